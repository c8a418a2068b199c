import type { MissingRequirements } from './requirement.js';

/** Says in words what a caller lacks, such as `the plan org:pro, an active organization`. */
export function describeMissing(missing: MissingRequirements): string {
  return Object.entries(missing).map(describe).join(', ');
}

function describe([name, value]: [string, unknown]): string {
  if (name === 'organization') return 'an active organization';
  if (name === 'impersonated') return 'a session without impersonation';
  return `the ${name} ${Array.isArray(value) ? value.join(' or ') : JSON.stringify(value)}`;
}
