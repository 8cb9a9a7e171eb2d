/** The plain average of scores that come as text, for reading only: the official score is the server's. */
export function averageOf(given: readonly string[]): string {
  const numbers = given.filter((text) => text !== '').map(Number).filter(Number.isFinite);
  if (numbers.length === 0) return '';
  return (numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(1);
}
