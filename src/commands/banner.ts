/** What `hub start` shows when all stands: where everything is, and in the demo how to sign in. */
export function banner(url: string, demo?: { signIn: Readonly<Record<string, string>>; file: string }): string {
  const lines = [
    '',
    '  文明 Wenming Hub is ready',
    '',
    `  console   ${url}/console/`,
    `  GraphQL   ${url}/graphql`,
    `  feeds     ${url}/feeds/longjiang.atom   ${url}/feeds/longjiang.json`,
    `  queues    ${url}/queues    (operator)`,
    `  metrics   ${url}/metrics   (operator)`,
    '',
  ];
  if (demo !== undefined) {
    lines.push('  Sign in once as:');
    for (const role of ['moderator', 'editor', 'organiser', 'partner', 'operator']) lines.push(`    ${role.padEnd(10)} ${demo.signIn[role] ?? ''}`);
    lines.push('', `  Tokens for the API are in ${demo.file}`, '');
  }
  lines.push('  Ctrl-C stops everything.', '');
  return `${lines.join('\n')}\n`;
}
