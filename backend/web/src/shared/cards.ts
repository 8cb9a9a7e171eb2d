import type { Directive } from 'vue';

/** What a column is called; what stands below its name is said behind it. */
const nameOf = (head: Element) =>
  head.querySelector('.sr')
    ? ''
    : [...head.childNodes]
        .map(({ textContent }) => textContent?.trim())
        .filter(Boolean)
        .join(' · ');

/** Tells each cell of a table what its column is called: on a phone every row is a card, and the head is out of sight. */
function nameCells(element: HTMLElement): void {
  const names = [...element.querySelectorAll('thead th')].map(nameOf);
  for (const row of element.querySelectorAll('tbody tr')) {
    const cells = [...row.children] as HTMLElement[];
    const title = cells.find((cell) => cell.tagName === 'TH' || cell.querySelector('strong'));
    cells.forEach((cell, index) => {
      cell.toggleAttribute('data-title', cell === title);
      cell.dataset.column = cell === title ? '' : (names[index] ?? '');
    });
  }
}

/** For what holds a table of class `cards`; see table.css. A row is about its head, or else about what is strong in it. */
export const vCards: Directive<HTMLElement> = { mounted: nameCells, updated: nameCells };
