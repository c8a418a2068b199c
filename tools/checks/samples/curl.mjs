import { execFileSync } from 'node:child_process';

/**
 * The `curl` commands in the output of a sample, each complete, with the status that the line above it announces.
 *
 *     401: no user is signed in
 *     curl -i http://localhost:3000/user
 */
export function printedCommands(output) {
  const lines = output.replaceAll('\\\n', ' ').split('\n');
  return lines.flatMap((line, index) => {
    const [, status, promise] = /^\s*(\d{3}): (.+)$/.exec(lines[index - 1] ?? '') ?? [];
    return /^\s*curl /.test(line) ? [{ command: line.trim(), status: Number(status), promise }] : [];
  });
}

/** Runs the variables that a sample has printed in a shell, and then a `curl` command. */
export function paste(command, output) {
  const variables = output.match(/^\s*[A-Z_]+=\S+$/gm) ?? [];
  const script = [...variables, `${command} --silent --write-out '\\n%{http_code}'`].join('\n');
  const answer = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  const end = answer.lastIndexOf('\n');
  return {
    status: Number(answer.slice(end + 1)),
    body: answer.slice(0, end).replace(/^HTTP\/[^]*?\r\n\r\n/, ''),
  };
}

/** A command without its tokens. */
export function shorten(command) {
  return command.replace(/[\w-]{20,}(\.[\w-]+)*/g, '…');
}
