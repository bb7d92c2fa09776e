// What `npm start`, `npm test` and `npm run check` call, on a machine that has nothing but Node 20 and npm.
// This file must load on an older Node too, to say in one sentence what is missing; the work is in commands.mjs.
async function boot() {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) < 20) {
    console.error(`Cannot run on Node ${node}: Theriac needs Node 20 or later, from https://nodejs.org.`);
    return 3;
  }
  const { main } = await import('./commands.mjs');
  return main(process.argv.slice(2));
}

process.exitCode = await boot();
