/** What was asked for cannot be understood or done; its message is for the person who typed it. Exit code 2. */
export class CannotRun extends Error {}
