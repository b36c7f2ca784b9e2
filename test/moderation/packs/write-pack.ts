/** What a trial version differs in. */
export interface Trial {
  readonly version: string;
  /** Rules by id, each with the terms that it looks for; all are insults of severity 2 and sure enough to hold. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly queue?: string;
  /** YAML of `triage.sampling` and of `brake`, in flow style. */
  readonly sampling?: string;
  readonly brake?: string;
}

/** A small policy in YAML, as a lead would write it. */
export function writePack({ version, rules, queue = 'incivility', sampling = '{}', brake = '{}' }: Trial): string {
  return `version: '${version}'
name: {zh: 试行, en: Trial}
triage:
  holdAt: 0.5
  failedCheck: {queue: ${queue}, severity: 2}
  sampling: ${sampling}
brake: ${brake}
queues:
  - {code: ${queue}, name: {zh: 不文明言行, en: Incivility}, dueInMinutes: {1: 1440, 2: 480, 3: 120, 4: 30}}
categories:
  - code: incivility.insult
    definition: {zh: 辱骂, en: Abuse}
    examples: {in: 你这个废物, out: 我反对}
    severity: 2
    queue: ${queue}
    usualAction: REMOVE
rules:
${Object.entries(rules)
  .map(([id, terms]) => `  - {id: ${id}, category: incivility.insult, confidence: 0.8, explanation: {zh: 辱骂。, en: Abuse.}, any: ${JSON.stringify(terms)}}`)
  .join('\n')}
`;
}
