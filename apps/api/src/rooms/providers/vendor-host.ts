/** The name of a machine without its port, as lists of machines write it. */
export function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * Where a vendor's machine answers, by https. Alone `localhost`, where the installation names it among its private machines,
 * is asked without encryption: nothing of that leaves the machine.
 */
export function originOf(host: string, privateHosts: readonly string[]): string {
  const isThisMachine = nameOf(host) === 'localhost' && privateHosts.includes('localhost');
  return `${isThisMachine ? 'http' : 'https'}://${host}`;
}
