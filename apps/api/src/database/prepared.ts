/**
 * A statement built once for each connection: building a query costs more than running it. `build` gets the connection
 * (the reader, or the writer of a write) and answers with what it prepared on it.
 */
export function preparedOn<Connection extends object, Statement>(build: (connection: Connection) => Statement): (connection: Connection) => Statement {
  const built = new WeakMap<Connection, Statement>();
  return (connection) => {
    const known = built.get(connection);
    if (known !== undefined) return known;
    const made = build(connection);
    built.set(connection, made);
    return made;
  };
}
