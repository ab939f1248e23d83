import type { FastifyServerOptions } from 'fastify';

type Logger = FastifyServerOptions['logger'];

/** The last segment of the address of a calendar feed, however the rest of the address is written. */
const secrets = [/(?<=calendar-feeds(?:\/|%2f))[^\s"'\\?#]+/gi, /[\w%-]{30,}(?=\.ics)/gi];

/** A line as it may be logged: without the one secret that may stand in a path. */
export function withoutSecrets(line: string): string {
  return secrets.reduce((text, secret) => text.replace(secret, '***'), line);
}

/** The same logger, all of whose lines leave without secrets, whoever wrote them and in whichever field. */
export function loggerWithoutSecrets(logger: Logger): Logger {
  if (!logger) return logger;
  const options = logger === true ? {} : logger;
  return { ...options, hooks: { ...('hooks' in options ? options.hooks : {}), streamWrite: withoutSecrets } };
}
