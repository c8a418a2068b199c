import { createInstances } from '../../conformance/clerk-instance.js';
import { createSubject } from '../in-process/subject.js';
import { signTokens } from '../tokens.js';
import type { PermissionFigures } from './growth-figures.js';
import { BearerRequest } from './measurement.js';
import type { Measurement } from './measurement.js';

const ROLES = [1, 10, 100];
/** The number of features, each with as many permissions. */
const FEATURES = [1, 3, 10, 30];
const TOKENS = 50;

/** A handler that requires the lowest role of a hierarchy and the last permission of the token. */
export async function measurePermissions(measurement: Measurement): Promise<PermissionFigures[]> {
  const { production: instance } = createInstances();
  const { publishableKey, secretKey, jwtKey } = instance;
  const figures: PermissionFigures[] = [];
  for (const roles of ROLES) {
    for (const features of FEATURES) {
      const requirement = measurement.nestClerk.Protect({
        role: `org:role${roles - 1}`,
        permission: `org:feature${features - 1}:permission${features - 1}`,
      });
      const options = { publishableKey, secretKey, jwtKey, roleHierarchy: hierarchyOf(roles) };
      const subject = await createSubject(measurement.nestClerk, options, requirement);
      const tokens = await signTokens(instance, TOKENS, claimsWith(features));
      const requests = tokens.map(token => new BearerRequest(token));
      figures.push({
        roles,
        permissions: features * features,
        tokenBytes: tokens[0]!.length,
        cpu: measurement.cpuAbove(subject, requests),
      });
    }
  }
  return figures;
}

/** `role0` includes `role1`, which includes `role2`, and so on. */
function hierarchyOf(roles: number): Record<string, string[]> {
  const entries = Array.from({ length: roles - 1 }, (_, index) => [
    `org:role${index}`,
    [`org:role${index + 1}`],
  ]);
  return Object.fromEntries(entries) as Record<string, string[]>;
}

/** Clerk's short form (version 2): features, names of permissions, and a bit mask of the permissions of each feature. */
function claimsWith(features: number): object {
  const names = (prefix: string) =>
    Array.from({ length: features }, (_, index) => `${prefix}${index}`).join();
  const all = String(2 ** features - 1);
  return {
    fea: names('o:feature'),
    o: {
      id: 'org_acme',
      slg: 'acme',
      rol: 'role0',
      per: names('permission'),
      fpm: Array.from({ length: features }, () => all).join(),
    },
  };
}
