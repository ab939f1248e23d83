/** A process says so often that the connections which it holds are there. */
export const heartbeatMilliseconds = 15_000;
/** A connection of which nobody said so for that long is gone: its process died. */
export const aliveMilliseconds = 45_000;
