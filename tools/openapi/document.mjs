import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * The documents of Clerk from which files are generated: their path in Clerk's repository, and the digest of the file.
 */
export const DOCUMENTS = {
  backendApi: {
    path: 'bapi/2026-05-12.yml',
    sha256: '75df3a43fcb2d9fc4467a23c717714f5228aa3267b0930ba34612728365fd8f2',
  },
  frontendApi: {
    path: 'fapi/2026-05-12.yml',
    sha256: '1b16fc8d2886210d8f23175bd3113e7c20c24fdb408347a1219994d413104c57',
  },
  webhooks: {
    path: 'webhooks/2025-04-15.yml',
    sha256: '92f60e4e81612b088aba4e71cbb4dbc8372f3a5d9bf70c3daba17145aa42f93f',
  },
};

/**
 * Checks that a file is the pinned document.
 *
 * @param {{ path: string, sha256: string }} document
 * @param {string | undefined} file
 * @returns {Promise<string | undefined>} the problem; `undefined` for the pinned document
 */
export async function problemWith(document, file) {
  const source = `Get ${document.path} from https://github.com/clerk/openapi-specs.`;
  if (file === undefined) return `The path of the document is missing. ${source}`;
  let content;
  try {
    content = await readFile(file);
  } catch (error) {
    return `${file} cannot be read (${error.code}). ${source}`;
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === document.sha256) return undefined;
  return (
    `The SHA-256 of ${file} is ${sha256}, but that of the pinned document is ${document.sha256}. ${source} ` +
    'To use another version, review its changes and update tools/openapi/document.mjs.'
  );
}
