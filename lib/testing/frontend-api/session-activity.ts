import type { LocalStore } from '../store/local-store.js';
import type { LocalSession } from '../store/records.js';

/** Tried in order: Edge and Chrome also call themselves Safari. */
const BROWSERS: readonly [name: string, version: RegExp][] = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome', /\b(?:Headless)?Chrome\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).*Safari/],
];
const DEVICES: readonly [type: string, pattern: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Macintosh', /Macintosh/],
  ['Windows', /Windows/],
  ['Linux', /Linux/],
];

/** Where and with what a session was last used, as far as the browser says. The address is always that of the machine. */
export function activityJson(
  { id, clientId }: LocalSession,
  { clients }: LocalStore,
): Record<string, unknown> {
  const userAgent = clients.find(clientId)?.userAgent ?? '';
  const [browserName, version] = BROWSERS.find(([, pattern]) => pattern.test(userAgent)) ?? [];
  const [deviceType] = DEVICES.find(([, pattern]) => pattern.test(userAgent)) ?? [];
  return {
    object: 'session_activity',
    id: id.replace(/^sess_/, 'sess_activity_'),
    is_mobile: /Mobi|Android/.test(userAgent),
    ip_address: '127.0.0.1',
    city: 'localhost',
    ...(deviceType !== undefined && { device_type: deviceType }),
    ...(browserName !== undefined && {
      browser_name: browserName,
      browser_version: version?.exec(userAgent)?.[1],
    }),
  };
}
