import type { Difference } from './answer.js';
import { decodedTokens } from './decoded-tokens.js';
import type { DrawnCase } from './draw/case.js';
import { QUESTIONS_HEADER } from './echo.js';
import { hasQuestions } from './has-questions.js';
import type { RawRequest } from './http-client.js';
import { Random } from './random.js';

/** A drawn case in readable form, with decoded tokens. They are test data and contain no secret. */
export function describeCase(
  { number, instant, configuration, request, surroundings, labels }: DrawnCase,
  differences: Difference[],
  crash?: string,
): string {
  const options = JSON.stringify(configuration.options, (name, value: unknown) =>
    name === 'jwtKey' ? '<PEM>' : value,
  );
  return [
    [`case ${number}`, configuration.name, `now ${instant}`, ...labels].join(' · '),
    `  around ${JSON.stringify(surroundings)}`,
    `  ${options}`,
    ...requestHead(request).map(line => `  > ${line}`),
    ...decodedTokens(request).map(({ header, payload }) => `  token ${printable(`${header} . ${payload}`)}`),
    ...(crash === undefined ? [] : [`  the reference threw: ${crash}`]),
    ...distinct(differences).map(difference => describeDifference(difference, request)),
  ].join('\n');
}

/** The same difference appears under many options of `getAuth()`, and under all of them if only one app was reached. */
function distinct(all: Difference[]): Difference[] {
  const differences = all.filter(
    ({ what, reference, ours }) => !what.startsWith('getAuth') || (reference && ours),
  );
  return [
    ...new Map(
      differences.map(difference => [`${difference.reference} ${difference.ours}`, difference]),
    ).values(),
  ];
}

function describeDifference({ what, reference, ours }: Difference, { headers }: RawRequest): string {
  if (!what.endsWith('.has') || !reference || !ours)
    return `  ${what}\n    reference ${printable(`${reference}`)}\n    ours      ${printable(`${ours}`)}`;
  const seed = headers.find(([name]) => name === QUESTIONS_HEADER)![1];
  const disputed = hasQuestions(new Random(Number(seed)))
    .map((question, index) => `${JSON.stringify(question)} reference ${reference[index]} ours ${ours[index]}`)
    .filter((_, index) => reference[index] !== ours[index]);
  return `  ${what}\n${disputed.map(line => `    ${line}`).join('\n')}`;
}

function requestHead({ method, target, headers }: RawRequest): string[] {
  return [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`)].map(printable);
}

/** On one line, with only the ends of long values: seed and number draw the complete case again. */
function printable(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\w.%-]{120,}/g, long => `${long.slice(0, 24)}…${long.slice(-8)}`);
}
