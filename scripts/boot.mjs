// The one door to every task: `node scripts/boot.mjs <task>`. It needs only an old Node and npm, brings what the
// project runs on, and then starts the task. Plain syntax and no static imports here, so that a Node which is too
// old still reaches the message that says so.
const TASKS = ['start', 'start-production', 'sportello', 'test', 'check', 'prove', 'bench'];

async function boot([task, ...rest]) {
  const { assertCanBoot } = await import('./boot/versions.mjs');
  assertCanBoot(process.versions.node);
  if (!TASKS.includes(task)) {
    console.error('Usage: node scripts/boot.mjs ' + TASKS.join('|') + ' [pattern ...]');
    return 2;
  }

  const { forwardSignals } = await import('./boot/run.mjs');
  forwardSignals();
  const { useProjectNode } = await import('./boot/runtime.mjs');
  await useProjectNode();
  const module = await import('./tasks/' + task + '.mjs');
  const preparing = module.prepare ? module.prepare() : undefined;
  const { installPackages } = await import('./boot/packages.mjs');
  await installPackages();
  return module.task(rest, await preparing);
}

boot(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.expected ? error.message : error.stack);
    process.exitCode = error.exitCode || 1;
  },
);
