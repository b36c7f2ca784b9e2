/** Whether a unit is one of these signs; a table, because every character of every post is looked up. */
export function signSet(signs: string): (text: string, at: number) => boolean {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < signs.length; at += 1) table[signs.charCodeAt(at)] = 1;
  return (text, at) => at < text.length && table[text.charCodeAt(at)] === 1;
}
