// Progress for people and for logs: one plain line, no colours, no cursor tricks.
export function say(line) {
  console.log(`sportello: ${line}`);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
