// Figures as people read them.

export const median = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const thousands = (value) => value.toFixed().replace(/\B(?=(\d{3})+$)/g, ",");

/** A whole number; a small one with a decimal. */
export const number = (value) => (value >= 20 || Number.isInteger(value) ? thousands(value) : value.toFixed(1));

/** The median, and between what the runs lay. */
export const spread = (values) => `${number(median(values))} (${number(Math.min(...values))}..${number(Math.max(...values))})`;

/** Ours against theirs, or against a budget: at most 1 is well. */
export const ratio = (ours, theirs) => `${(ours / theirs).toFixed(2)} ${ours <= theirs ? "ok" : "OVER"}`;

// What Chinese letters and other wide ones would need is left out: there are none in the figures.
export const table = (head, rows) => {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join("\n");
};
