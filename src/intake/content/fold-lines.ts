/** Control characters other than white space: C0, DEL and C1. */
const CONTROLS = /[^\P{Cc}\s]/gu;

/** White space runs (tabs, no-break and full-width spaces, byte order marks) become one space; control characters go. */
export function foldSpaces(text: string): string {
  return text.replace(CONTROLS, '').replace(/\s+/g, ' ');
}

/** Takes text and breaks as they come and keeps the result free of ragged white space, in linear time. */
export class LineFolder {
  private folded = '';
  private spaceWaits = false;
  private breaksWait = 0;

  /** Adds text within a line; line ends in it count as spaces. */
  add(text: string): void {
    const folded = foldSpaces(text);
    if (folded === '') return;
    if (folded.startsWith(' ')) this.space();
    const words = folded.trim();
    if (words === '') return;
    this.folded += this.gap() + words;
    this.spaceWaits = folded.endsWith(' ');
    this.breaksWait = 0;
  }

  space(): void {
    this.spaceWaits = true;
  }

  /** Ends the line if it holds anything. */
  endLine(): void {
    if (this.breaksWait === 0) this.breaksWait = 1;
  }

  /** Adds a line break; two in a row make a blank line, more make no more. */
  breakLine(): void {
    this.breaksWait = Math.min(2, this.breaksWait + 1);
  }

  text(): string {
    return this.folded;
  }

  private gap(): string {
    if (this.folded === '') return '';
    if (this.breaksWait > 0) return '\n'.repeat(this.breaksWait);
    return this.spaceWaits ? ' ' : '';
  }
}
