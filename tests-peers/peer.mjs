// What every peer in JavaScript has in common: it says where it listens and ends when its standard input ends.

// The arguments `name=value` after the script; a name that is given twice has a list.
export const options = {};
for (const argument of process.argv.slice(2)) {
  const at = argument.indexOf('=');
  if (at < 1) throw new Error(`an argument is name=value, not ${argument}`);
  const [name, value] = [argument.slice(0, at), argument.slice(at + 1)];
  options[name] = name in options ? [options[name], value].flat() : value;
}

/** An option that must be given. */
export function needed(name) {
  if (!(name in options)) throw new Error(`${process.argv[1]} needs ${name}=…`);
  return options[name];
}

/** One line for the test that started this peer. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Listens on a free port of this machine, lets `ready(port)` finish the preparation and tells the test. */
export function listen(server, ready = async () => {}) {
  server.listen(0, '127.0.0.1', async () => {
    const { port } = server.address();
    await ready(port);
    say(`listening ${port}`);
  });
  // A test that was killed leaves nothing running.
  process.stdin.on('end', () => process.exit(0)).resume();
}
