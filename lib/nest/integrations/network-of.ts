import { isIPv6 } from 'node:net';

/**
 * The unit by which requests of an address are counted: an IPv4 address itself, and the first 64 bits of an IPv6
 * address, because a client with one address there has that whole network.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  const isIPv4 = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff;
  if (isIPv4) return ipv4Of(groups.slice(6));
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`;
}

function groupsOf(address: string): number[] {
  // The URL parser writes an IPv4 address at the end as two groups.
  const { hostname } = new URL(`http://[${address}]`);
  const [start = '', end = ''] = hostname.slice(1, -1).split('::');
  const first = start ? start.split(':') : [];
  const last = end ? end.split(':') : [];
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last].map(group => Number.parseInt(group, 16));
}

function ipv4Of(groups: number[]): string {
  return groups.flatMap(group => [group >> 8, group & 0xff]).join('.');
}
