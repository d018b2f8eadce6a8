use crate::app::context::Words;
use crate::look::view::{
    chain_picture::{LinkKind, Node, Picture, What},
    chain_words::{Label, details, label, part},
    fit,
};
use crate::report::Report;
use crate::text::page::chain as words;
use yew::prelude::*;

/// Which way the chain runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the right, on a desk.
    Across,
    /// Downwards, on a phone.
    Down,
}

/// Boxes are this big, in units of the picture; it is shown at its natural size.
const HEIGHT: usize = 78;

/// Measures of one direction.
struct Grid {
    width: usize,
    gap_x: usize,
    gap_y: usize,
    gutter: usize,
}

const ACROSS: Grid = Grid { width: 216, gap_x: 48, gap_y: 18, gutter: 0 };
const DOWN: Grid = Grid { width: 292, gap_x: 0, gap_y: 26, gutter: 28 };

/// The chain as a picture, with one way through it picked out; empty for none.
pub fn chain_svg(picture: &Picture, report: &Report, way: &[usize], direction: Direction, say: Words) -> Html {
    let (grid, class, places) = match direction {
        Direction::Across => (&ACROSS, "cl-chain--across", across(picture)),
        Direction::Down => (&DOWN, "cl-chain--down", down(picture)),
    };
    let class = classes!("cl-chain", class, (!way.is_empty()).then_some("cl-chain--chosen"));
    let chosen = |on: bool| on.then_some("cl-chain--on");
    let width = places.iter().map(|(x, _)| x + grid.width).max().unwrap_or(0) + 2;
    let height = places.iter().map(|(_, y)| y + HEIGHT).max().unwrap_or(0) + 2;
    let labels: Vec<_> = picture.nodes.iter().map(|node| label(&node.what, report, say)).collect();
    let said: Vec<AttrValue> = picture.nodes.iter().map(|node| details(&node.what, report, say).into()).collect();
    html! {
        <svg
            {class}
            role="group"
            aria-label={say.text(words::PICTURE)}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            for (index, link) in picture.links.iter().enumerate() {
                <path
                    key={format!("link-{index}")}
                    class={classes!("cl-chain__link", link_class(link.kind), chosen(link.is_on(way)))}
                    d={line(direction, places.get(link.from), places.get(link.to))}
                />
            }
            for (index, (node, (x, y))) in picture.nodes.iter().zip(&places).enumerate() {
                <g
                    key={format!("node-{index}")}
                    class={classes!("cl-chain__box", format!("cl-chain__box--{}", part(&node.what, report).id()), chosen(way.contains(&index)))}
                    role="img"
                    tabindex="0"
                    aria-label={said[index].clone()}
                    data-says={said[index].clone()}
                >
                    <rect x={x.to_string()} y={y.to_string()} width={grid.width.to_string()} height={HEIGHT.to_string()} rx="9" />
                    { lines(&labels[index], *x, *y, grid.width) }
                </g>
            }
        </svg>
    }
}

/// Where the boxes stand when the chain runs to the right.
fn across(picture: &Picture) -> Vec<(usize, usize)> {
    let place = |column, row| (column * (ACROSS.width + ACROSS.gap_x) + 1, row * (HEIGHT + ACROSS.gap_y) + 1);
    picture.nodes.iter().map(|node| place(node.column, node.row)).collect()
}

/// One below the other, in the order of their distance from the server certificate.
fn down(picture: &Picture) -> Vec<(usize, usize)> {
    let rank = |node: &Node| (matches!(node.what, What::Stranger(_)), node.column, node.row);
    let above = |node| picture.nodes.iter().filter(|other| rank(other) < rank(node)).count();
    picture.nodes.iter().map(|node| (DOWN.gutter, above(node) * (HEIGHT + DOWN.gap_y) + 1)).collect()
}

/// The line between two boxes.
fn line(direction: Direction, from: Option<&(usize, usize)>, to: Option<&(usize, usize)>) -> String {
    let (Some((x1, y1)), Some((x2, y2))) = (from, to) else { return String::new() };
    let half = HEIGHT / 2;
    match direction {
        Direction::Across => {
            let (x1, y1, y2) = (x1 + ACROSS.width, y1 + half, y2 + half);
            let middle = (x1 + x2) / 2;
            format!("M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}")
        }
        Direction::Down if y1 + HEIGHT + DOWN.gap_y == *y2 => {
            let x = x1 + 24;
            format!("M{x} {}V{y2}", y1 + HEIGHT)
        }
        // Past the boxes in between.
        Direction::Down => {
            let (y1, y2) = (y1 + half, y2 + half);
            format!("M{x1} {y1}C4 {y1} 4 {y2} {x2} {y2}")
        }
    }
}

const fn link_class(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::Good => None,
        LinkKind::Bad => Some("cl-chain__link--bad"),
        LinkKind::Missing => Some("cl-chain__link--missing"),
        LinkKind::Supplied => Some("cl-chain__link--supplied"),
    }
}

fn lines(label: &Label, x: usize, y: usize, width: usize) -> Html {
    let (left, room) = (x + 14, width.saturating_sub(28));
    let at = |down: usize| (left.to_string(), (y + down).to_string());
    let ((name_x, name_y), (facts_x, facts_y), (state_x, state_y)) = (at(26), at(46), at(64));
    html! {
        <>
            <text class="cl-chain__name" x={name_x} y={name_y}>{ fit(&label.name, room, 7.6) }</text>
            <text class="cl-chain__facts" x={facts_x} y={facts_y}>{ fit(&label.facts, room, 6.5) }</text>
            <text class="cl-chain__state" x={state_x} y={state_y}>{ fit(&label.state, room, 6.5) }</text>
        </>
    }
}
