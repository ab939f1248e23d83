// An error that a person can act on: its message is shown without a stack.
export function expected(message, exitCode = 1) {
  return Object.assign(new Error(message), { expected: true, exitCode });
}
