// How benchmarks speak: one table, then one line for each target.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints rows of cells in columns, numbers to the right. */
export function printTable(header, rows) {
  const table = [header, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)))];
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
}

/** A target that is met when the value is not above the limit, or not below it. */
export function printTarget(name, value, limit, { atLeast = false } = {}) {
  const met = atLeast ? value >= limit : value <= limit;
  console.log(`target ${name} ${value.toFixed(2)} ${limit.toFixed(2)} ${met ? 'met' : 'missed'}`);
}
