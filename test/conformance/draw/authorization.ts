import type { DrawContext } from './context.js';
import { drawMachineCredential } from './machine.js';

/** The lines of the `Authorization` header: mostly one `Bearer`, sometimes an unusual scheme or two lines. */
export async function drawAuthorization(context: DrawContext): Promise<string[]> {
  const { random, space } = context;
  if (space.machineTokens && random.chance(0.35)) {
    return [`${random.pick(['Bearer ', 'Bearer ', 'Bearer ', ''])}${await drawMachineCredential(context)}`];
  }
  const { text } = await context.drawToken();
  if (random.chance(0.7)) return [`Bearer ${text}`];
  if (random.chance(0.03)) return [`Bearer ${text}`, `Bearer ${(await context.drawToken()).text}`];
  return [
    random.pick([
      text,
      text,
      `bearer ${text}`,
      `BEARER ${text}`,
      `Bearer  ${text}`,
      `Bearer\t${text}`,
      ` Bearer ${text}`,
      `Bearer ${text}  `,
      `Bearer ${text} extra`,
      `Bearer ${text}, Bearer ${text}`,
      `Bearer "${text}"`,
      `Bearer:${text}`,
      `Token ${text}`,
      `Basic ${Buffer.from(`user:${text.slice(0, 9)}`).toString('base64')}`,
      'Bearer',
      'Bearer ',
      'Bearer null',
      'Bearer undefined',
      'Bearer ..',
      '',
      ' ',
    ]),
  ];
}
