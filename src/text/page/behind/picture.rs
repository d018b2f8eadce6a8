//! Saving what the page draws.

super::pairs! {
    SAVE = "Save as a picture:" / "保存为图片：";
    FAILED = "This browser could not draw it. Take a screenshot instead." / "浏览器无法生成图片，请改用截图。";
}
