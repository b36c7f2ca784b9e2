/** Whether a host is one of these, or lies below one. */
export function isUnder(host: string, hosts: readonly string[]): boolean {
  return hosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** An address without a name: a dotted one, or one that hides as a single number. */
export function isBareAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^(?:\d{8,10}|0x[0-9a-f]{8})$/.test(host);
}

/**
 * Whether a host imitates one of these: written in another alphabet, with digits for letters, or with the well-known name
 * in front of an end of its own (`people.com.cn.abc.top`).
 */
export function isLookalike(host: string, imitated: readonly string[]): boolean {
  if (/[\u0370-\u052f]/.test(host)) return true;
  if (host.split('.').some((label) => label.startsWith('xn--'))) return true;
  if (isUnder(host, imitated)) return false;
  if (imitated.some((known) => `.${host}`.includes(`.${known}.`))) return true;
  const labels = host.split('.');
  const ends = labels.map((_, index) => skeleton(labels.slice(index).join('.')));
  return imitated.some((known) => ends.includes(skeleton(known)));
}

/** Signs that the eye takes for one another become the same. */
function skeleton(host: string): string {
  return host.replace(/0/g, 'o').replace(/[1i]/g, 'l').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/-/g, '');
}
