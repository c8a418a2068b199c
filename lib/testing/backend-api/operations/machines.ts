import { apiError } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { newId } from '../../random.js';
import type { LocalMachine } from '../../store/instance-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, sorted } from '../lists.js';

const DEFAULT_TOKEN_TTL = 3600;

export const MACHINES: BackendApiHandlers = {
  ListMachines: ({ query }, instance) => {
    const machines = instance.store.records.machines.list(
      ({ id, name }) => id === query.query || contains([name], query.query),
    );
    const orders = { ...BY_CREATION, name: ({ name }: LocalMachine) => name };
    return pageOf(sorted(machines, orders, query.orderBy), query, machine => machineView(machine, instance));
  },

  CreateMachine: ({ body }, instance) => {
    const { store } = instance;
    const scopedMachineIds = [...(body.scopedMachines ?? [])];
    for (const id of scopedMachineIds) machineOf(id, store);
    const machine = store.records.machines.add({
      name: body.name,
      secretKey: newId('ak'),
      previousSecretKey: null,
      previousSecretKeyExpiresAt: null,
      scopedMachineIds,
      defaultTokenTtl: body.defaultTokenTtl ?? DEFAULT_TOKEN_TTL,
    });
    return { ...machineView(machine, instance), secretKey: machine.secretKey };
  },

  GetMachine: ({ path }, instance) => machineView(machineOf(path.machineId, instance.store), instance),

  UpdateMachine: ({ path, body }, instance) => {
    const { id } = machineOf(path.machineId, instance.store);
    const updated = instance.store.records.machines.update(id, {
      name: body.name ?? undefined,
      defaultTokenTtl: body.defaultTokenTtl ?? undefined,
    });
    return machineView(updated, instance);
  },

  DeleteMachine: ({ path }, { store }) => {
    const { id } = machineOf(path.machineId, store);
    store.records.machines.delete(id);
    for (const other of store.records.machines.list(({ scopedMachineIds }) =>
      scopedMachineIds.includes(id),
    )) {
      const scopedMachineIds = other.scopedMachineIds.filter(scoped => scoped !== id);
      store.records.machines.update(other.id, { scopedMachineIds });
    }
    return { object: 'machine', id, deleted: true };
  },

  GetMachineSecretKey: ({ path }, { store }) => ({ secret: machineOf(path.machineId, store).secretKey }),

  RotateMachineSecretKey: ({ path, body }, { store }) => {
    const { id, secretKey } = machineOf(path.machineId, store);
    const rotated = store.records.machines.update(id, {
      secretKey: newId('ak'),
      previousSecretKey: secretKey,
      previousSecretKeyExpiresAt: store.now() + body.previousTokenTtl * 1000,
    });
    return { secret: rotated.secretKey };
  },

  CreateMachineScope: ({ path, body }, { store }) => {
    const { id, scopedMachineIds } = machineOf(path.machineId, store);
    const { id: toMachineId } = machineOf(body.toMachineId, store);
    if (scopedMachineIds.includes(toMachineId)) {
      const longMessage = `The machine ${id} already has the scope of the machine ${toMachineId}.`;
      throw apiError(409, 'conflict', 'Conflict', longMessage);
    }
    store.records.machines.update(id, { scopedMachineIds: [...scopedMachineIds, toMachineId] });
    return { fromMachineId: id, toMachineId, createdAt: store.now() };
  },

  DeleteMachineScope: ({ path }, { store }) => {
    const { id, scopedMachineIds } = machineOf(path.machineId, store);
    const { otherMachineId: toMachineId } = path;
    if (!scopedMachineIds.includes(toMachineId)) throw machineNotFound(toMachineId);
    const left = scopedMachineIds.filter(scoped => scoped !== toMachineId);
    store.records.machines.update(id, { scopedMachineIds: left });
    return { fromMachineId: id, toMachineId, deleted: true };
  },
};

/** The machine with the secret key of a caller; a replaced key is accepted until it expires. */
export function machineWithSecret(secretKey: string, { records, now }: LocalStore): LocalMachine | undefined {
  const current = records.machines.findBy('secretKey', secretKey);
  if (current) return current;
  return records.machines.list(
    ({ previousSecretKey, previousSecretKeyExpiresAt }) =>
      previousSecretKey === secretKey && (previousSecretKeyExpiresAt ?? 0) > now(),
  )[0];
}

function machineOf(id: string, { records }: LocalStore): LocalMachine {
  const machine = records.machines.find(id);
  if (!machine) throw machineNotFound(id);
  return machine;
}

function machineNotFound(id: string): Error {
  return apiError(404, 'machine_not_found', 'Machine not found', `No machine was found with id ${id}`);
}

function machineView({ secretKey: _secretKey, ...machine }: LocalMachine, instance: LocalInstance): object {
  const { instanceId, store } = instance;
  const scopedMachines = machine.scopedMachineIds.flatMap(id => {
    const scoped = store.records.machines.find(id);
    return scoped ? [{ ...scoped, secretKey: undefined, instanceId }] : [];
  });
  return { ...machine, instanceId, scopedMachines };
}
