/**
 * Reads CSV (RFC 4180: quotes around fields that hold commas, quotes or line ends) whose first line names the columns.
 * Lines with another number of fields than the first are left out and counted.
 */
export function parseCsv(content: string): { rows: Record<string, string>[]; skipped: number } {
  const [names = [], ...lines] = splitFields(content.replace(/^\ufeff/, ''));
  const whole = lines.filter((fields) => fields.length === names.length);
  return { rows: whole.map((fields) => Object.fromEntries(names.map((name, column) => [name, fields[column] ?? '']))), skipped: lines.length - whole.length };
}

function splitFields(content: string): string[][] {
  const lines: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  const endLine = (): void => {
    fields.push(field);
    if (fields.length > 1 || field !== '') lines.push(fields);
    fields = [];
    field = '';
  };
  for (let at = 0; at < content.length; at += 1) {
    const sign = content.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (content.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === ',') {
      fields.push(field);
      field = '';
    } else if (sign === '\n') endLine();
    else if (sign !== '\r') field += sign;
  }
  endLine();
  return lines;
}
