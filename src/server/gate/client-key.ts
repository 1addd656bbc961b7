import ipaddr from 'ipaddr.js';

/**
 * What a caller is counted by: its IPv4 address, or the /64 network of its IPv6 address, as one customer
 * has 2^64 of those. An IPv4 address written as IPv6, also by a translator of a network that has IPv6 alone, is the IPv4
 * address. https://www.rfc-editor.org/rfc/rfc6052
 *
 * @param address of the other end of the connection.
 * @param proxies how many proxies of ours stand in front, each adding to `x-forwarded-for`. What callers
 *   write there themselves is further to the left and never looked at.
 * @returns `unknown` when there is no usable address; such callers share one count.
 *
 * @example
 * clientKey(request, '10.0.0.7', 1);
 */
export function clientKey(request: Request, address: string | undefined, proxies: number): string {
  const parsed = addressOf(request, address, proxies);
  if (!parsed) return 'unknown';
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${(parsed as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`;
}

/** The address itself, whole; `undefined` when there is no usable one. Parameters as above. */
export const clientAddress = (
  request: Request,
  address: string | undefined,
  proxies: number,
): string | undefined => addressOf(request, address, proxies)?.toString();

function addressOf(
  { headers }: Request,
  address: string | undefined,
  proxies: number,
): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',');
  const written = proxies && hops.length >= proxies ? hops[hops.length - proxies] : address;
  // Some proxies add the port.
  const bare = written?.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3') ?? '';
  return bare.length > 60 ? undefined : parse(bare);
}

/** By its family at once: the library finds that out by errors, which cost more than all the rest. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  try {
    if (!address.includes(':')) return ipaddr.IPv4.parse(address);
    const parsed = ipaddr.IPv6.parse(address);
    const isIPv4 = parsed.isIPv4MappedAddress() || parsed.range() === 'rfc6052';
    return isIPv4 ? new ipaddr.IPv4(parsed.toByteArray().slice(-4)) : parsed;
  } catch {
    return undefined;
  }
}
