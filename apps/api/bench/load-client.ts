import { once } from 'node:events';
import { Agent, get } from 'node:http';
import BetterSqlite from 'better-sqlite3';

// A process of its own, so that its work is not counted as the server's: asks one address again and again.
const [load] = await once(process, 'message');
const { url, requests, touch, etag } = load;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const database = touch ? new BetterSqlite(touch.file, { timeout: 5000 }) : null;
database?.pragma('synchronous = OFF');
const raise = database?.prepare('UPDATE calendars SET revision = revision + 1 WHERE id = ?');

for (let index = 0; index < requests; index += 1) {
  raise?.run(touch.calendarIds[index % touch.calendarIds.length]);
  const request = get(url, { agent, headers: etag ? { 'if-none-match': etag } : {} });
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200 && response.statusCode !== 304) throw new Error(`HTTP ${response.statusCode}`);
}
database?.close();
agent.destroy();
process.exit(0);
