import { type ClientMessage, type RoomEnd, type ServerMessage } from '@sportello/contract';
import type { RawData, WebSocket } from 'ws';
import { instantWriter } from '../appointments/wire.ts';
import { type Repeated, repeat } from '../background/repeat.ts';
import { traceOf } from '../http/problems.ts';
import { noteArrival, noteBeginning } from './attend-room.ts';
import { type RoomBus, roomBus, type Signal } from './bus.ts';
import { changeDevices, changeMedia } from './change-media.ts';
import { messageOnWire, messagesOf, writeMessage } from './chat.ts';
import { readClientMessage } from './client-messages.ts';
import { comeIn, isIn } from './come-in.ts';
import { RoomConnection, type Speaker } from './connection.ts';
import type { RoomDeps } from './deps.ts';
import { comeBack, goAway, leave, sayAlive } from './go-away.ts';
import { endOf } from './end-of.ts';
import { freshIceServers } from './ice.ts';
import { letIn, sendBack } from './let-in.ts';
import { lookAfter } from './look-after.ts';
import { makePass } from './make-pass.ts';
import { heartbeatMilliseconds } from './presence-times.ts';
import { mayRead } from './room-picture.ts';
import { readSignal, type RoomSignal, writeSignal } from './room-signals.ts';
import { tokenMilliseconds } from './room-token.ts';
import { isOfDesk } from './room.ts';
import { ServedRoom } from './served-room.ts';

/** Whoever opened a connection says who they are within so many milliseconds. */
const enterMilliseconds = 5000;
const lookEveryMilliseconds = 2000;
/** More connections that nobody knows are not held. */
const mostStrangers = 500;
const renewMilliseconds = tokenMilliseconds * 0.8;

export interface LiveRoomsDeps extends RoomDeps {
  readonly log: { warn(about: object, message: string): void };
  /** Something was changed that boards, messages or other streams tell of. */
  readonly onChange: () => void;
}

/** The connections of this process, and the rooms that they are in. */
export interface LiveRooms {
  /** A browser opened a WebSocket from this address. */
  accept(socket: WebSocket, address: string): void;
  /** Something was changed by this process: look at once. */
  wake(): void;
  /** Tells everybody to come back elsewhere; waits until that is written down. */
  close(): Promise<void>;
}

type Said<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>;
type Refusal = Extract<ServerMessage, { type: 'refused' }>['why'];

/** Ends after which whoever comes again would have to be let in again, if they may come at all. */
const leaving: readonly RoomEnd[] = ['ended', 'moved', 'cancelled', 'closed', 'not-now', 'revoked'];

/**
 * Room state is rows; this tells it. After each change every process that holds a connection in the room reads it anew and
 * tells its people all of it. What the processes tell each other is only that something changed, what goes from one
 * connection to another, and what was written.
 */
export function liveRooms(deps: LiveRoomsDeps): LiveRooms {
  const { database, clock, directory, inside, tokens, log } = deps;
  const strangers = new Set<RoomConnection>();
  const connections = new Map<string, RoomConnection>();
  const served = new Map<string, ServedRoom>();
  let running: { bus: RoomBus; looking: Repeated; beating: NodeJS.Timeout } | null = null;
  let isClosing = false;

  /** Nothing runs before the first browser comes. */
  function run(): NonNullable<typeof running> {
    running ??= {
      bus: roomBus({ database, clock, log }, { onSignal, onGap: () => served.forEach((room) => void refresh(room)) }),
      looking: repeat(look, { job: 'rooms', every: lookEveryMilliseconds, clock, trouble: 'the rooms cannot be looked at', log }),
      beating: setInterval(() => void beat().catch(told), heartbeatMilliseconds).unref(),
    };
    return running;
  }

  function told(error: unknown): void {
    log.warn(traceOf(error), 'a room is in trouble');
  }

  // --- coming and going ------------------------------------------------------------------------------------------------

  function accept(socket: WebSocket, address: string): void {
    if (isClosing || strangers.size >= mostStrangers) return socket.close(1013);
    run();
    const connection = new RoomConnection(socket, address);
    strangers.add(connection);
    const tooLate = setTimeout(() => (connection.hasKnocked ? undefined : connection.end('token')), enterMilliseconds).unref();
    const renewing = setInterval(() => renew(connection), renewMilliseconds).unref();
    socket.on('message', (data, isBinary) => hear(connection, data, isBinary));
    socket.on('close', () => {
      clearTimeout(tooLate);
      clearInterval(renewing);
      strangers.delete(connection);
      void gone(connection).catch(told);
    });
  }

  function hear(connection: RoomConnection, data: RawData, isBinary: boolean): void {
    if (connection.isOver) return;
    const text = isBinary ? '' : String(data);
    if (!connection.mayHear(text.length)) return connection.end('flood');
    const said = readClientMessage(text);
    if (!said) return connection.end('malformed');
    if (said.type === 'ping') return connection.say({ type: 'pong' });
    connection.hasKnocked = true; // however long the database takes to let them in
    const doSo = () => (connection.isOver ? Promise.resolve() : listen(connection, said));
    void connection.inTurn(doSo).catch((error: unknown) => {
      told(error);
      connection.end('closing'); // the database does not answer: they come back
    });
  }

  async function listen(connection: RoomConnection, said: ClientMessage): Promise<void> {
    const { speaker } = connection;
    if (speaker === null) return said.type === 'enter' ? enter(connection, said) : connection.end('malformed');
    if (isChange(said) && !connection.mayChange()) return refuse(connection, said, 'too-fast');
    switch (said.type) {
      case 'description':
      case 'candidate':
        return forward(connection, speaker, said);
      case 'devices':
        await changeDevices(database, speaker.id, said);
        return changed(speaker.roomId);
      case 'media':
        await changeMedia(database, speaker.id, said);
        return changed(speaker.roomId);
      case 'chat':
        return write(connection, speaker, said);
      case 'admit':
      case 'send_back':
        return admitOrNot(connection, speaker, said);
      case 'leave':
        return goOut(connection, speaker);
      case 'enter':
      case 'ping':
        return connection.end('malformed');
      default:
        return said satisfies never;
    }
  }

  function refuse(connection: RoomConnection, { type }: ClientMessage, why: Refusal): void {
    connection.say({ type: 'refused', what: type, why });
  }

  async function enter(connection: RoomConnection, said: Said<'enter'>): Promise<void> {
    const pass = tokens.read(said.token, clock.now());
    const found = pass && (await inside.ofPass(pass, connection.address));
    if (!found) return connection.end('token');
    if (!found.ok) return connection.end(found.why === 'closed' ? endOf(found.closed) : found.why);
    const came = await comeIn(deps, { pass, inside: found.inside, hasCamera: said.has_camera, hasMicrophone: said.has_microphone });
    if (!came.ok) return connection.end(came.why);
    const { appointment, role, actor, guestId } = found.inside;
    connection.become({ id: came.connection, personId: came.personId, roomId: pass.roomId, appointmentId: appointment.id, pass, role, actor, guestId });
    strangers.delete(connection);
    // The browser may have gone meanwhile: then nobody else would say so.
    if (connection.isOver || connection.isGone) return void (await goAway(deps, [came.connection]));
    await greet(connection, came.connection, came.personId, pass.roomId);
    await changed(pass.roomId);
    if (role === 'citizen') await noteArrival(deps, appointment.id);
    deps.onChange();
  }

  async function greet(connection: RoomConnection, id: string, personId: string, roomId: string): Promise<void> {
    const room = served.get(roomId) ?? new ServedRoom(roomId, deps, { takenOver, missed, closed: (one) => dismiss(one, 'closed') });
    served.set(roomId, room);
    room.expected += 1;
    await room.inTurn(async () => {
      const picture = await room.read();
      const person = picture?.everybody.find((one) => one.id === personId);
      if (!picture || !person) return connection.end('closed');
      const writeInstant = instantWriter(await directory.current());
      const written = (await messagesOf(database, roomId)).filter((row) => mayRead(row, person, picture.everybody));
      const messages = written.flatMap((row) => messageOnWire(row, picture.everybody, picture.names, writeInstant) ?? []);
      connection.say({ type: 'entered', you: personId, connection: id, messages, ice_servers: freshIceServers(deps.ice), token: freshToken(connection) });
      connections.set(id, connection);
      room.connections.add(connection);
    }).finally(() => (room.expected -= 1));
  }

  function freshToken({ speaker }: RoomConnection): string {
    return speaker ? tokens.write(makePass(speaker.pass, clock.now())) : '';
  }

  function renew(connection: RoomConnection): void {
    if (connection.speaker) connection.say({ type: 'renewed', ice_servers: freshIceServers(deps.ice), token: freshToken(connection) });
  }

  /** This process holds it no longer. */
  function forget(connection: RoomConnection, { id, roomId }: Speaker): boolean {
    const room = served.get(roomId);
    room?.connections.delete(connection);
    if (room?.connections.size === 0 && room.expected === 0) served.delete(roomId);
    return connections.get(id) === connection && connections.delete(id);
  }

  async function gone(connection: RoomConnection): Promise<void> {
    connection.isGone = true;
    const { speaker } = connection;
    if (!speaker || !forget(connection, speaker) || isClosing) return;
    const away = await goAway(deps, [speaker.id]);
    if (away.length > 0) await changed(speaker.roomId);
  }

  async function goOut(connection: RoomConnection, speaker: Speaker): Promise<void> {
    forget(connection, speaker);
    connection.close();
    await out(speaker);
  }

  async function out(speaker: Speaker): Promise<void> {
    const left = await leave(deps, speaker.id);
    if (!left) return;
    await changed(speaker.roomId);
    deps.onChange();
  }

  /** Tells why, and closes: where it is for good, they are not shown as away. */
  function dismiss(connection: RoomConnection, why: RoomEnd): void {
    const { speaker } = connection;
    if (speaker && leaving.includes(why) && forget(connection, speaker)) void out(speaker).catch(told);
    connection.end(why);
  }

  function takenOver(connection: RoomConnection): void {
    if (connection.speaker) forget(connection, connection.speaker);
    connection.end('taken-over');
  }

  function missed(connection: RoomConnection, { id, personId, roomId }: Speaker): void {
    if (connections.get(id) !== connection) return;
    const back = async () => {
      await comeBack(deps, { personId, connection: id });
      await changed(roomId);
    };
    void back().catch(told);
  }

  // --- inside ----------------------------------------------------------------------------------------------------------

  /** A call is set up only between two who were let in. In the order of the room, so that nobody hears of somebody they were not told of. */
  async function forward(connection: RoomConnection, { id, roomId }: Speaker, said: Said<'description' | 'candidate'>): Promise<void> {
    const room = served.get(roomId);
    await room?.inTurn(async () => {
      const [me, them] = [room.personAt(id), room.personAt(said.to)];
      if (!me || !isIn(me)) return refuse(connection, said, 'not-admitted');
      if (!them) return refuse(connection, said, 'gone');
      if (!isIn(them)) return refuse(connection, said, 'not-admitted');
      const message = said.type === 'description' ? { type: said.type, from: id, description: said.description } : { type: said.type, from: id, candidate: said.candidate };
      const here = connections.get(said.to);
      if (here) here.say(message);
      else void tell(roomId, { kind: 'to', connection: said.to, message }).catch(told);
    });
  }

  async function write(connection: RoomConnection, { personId, roomId }: Speaker, said: Said<'chat'>): Promise<void> {
    const outcome = await writeMessage(deps, { id: said.id, roomId, personId, body: said.text });
    if (!outcome.ok) return refuse(connection, said, 'not-allowed');
    const room = served.get(roomId);
    await room?.inTurn(() => room.tellMessage(outcome.message));
    await tell(roomId, { kind: 'written', message: outcome.message });
  }

  async function admitOrNot(connection: RoomConnection, speaker: Speaker, said: Said<'admit' | 'send_back'>): Promise<void> {
    const me = served.get(speaker.roomId)?.personAt(speaker.id);
    if (!isOfDesk(speaker.role) || !me || !isIn(me)) return refuse(connection, said, 'not-allowed');
    const wish = { roomId: speaker.roomId, personId: said.person, by: speaker.actor };
    const outcome = said.type === 'admit' ? await letIn(deps, wish) : await sendBack(deps, wish);
    if (!outcome.ok) return refuse(connection, said, outcome.why);
    if (said.type === 'admit' && outcome.person.role === 'citizen') await noteBeginning(deps, speaker.appointmentId, speaker.actor);
    await changed(speaker.roomId);
    deps.onChange();
  }

  // --- telling -----------------------------------------------------------------------------------------------------------

  function refresh(room: ServedRoom): Promise<void> {
    return room.refresh().catch(told);
  }

  /** Everybody in the room is told how it is, here and in the other processes. */
  async function changed(roomId: string): Promise<void> {
    const room = served.get(roomId);
    await Promise.all([room && refresh(room), tell(roomId, { kind: 'changed' })]);
  }

  function tell(roomId: string, signal: RoomSignal): Promise<void> {
    return run().bus.tell({ roomId, body: writeSignal(signal) });
  }

  function onSignal({ roomId, body }: Signal): void {
    const room = served.get(roomId);
    const signal = room ? readSignal(body) : null;
    if (!room || !signal) return;
    switch (signal.kind) {
      case 'changed':
        return void refresh(room);
      case 'written':
        return void room.inTurn(() => room.tellMessage(signal.message)).catch(told);
      case 'to':
        return void room.inTurn(() => handOver(room, signal)).catch(told);
      default:
        return signal satisfies never;
    }
  }

  /** What another process sent on is believed as far as the rows say the same. */
  async function handOver(room: ServedRoom, { connection, message }: Extract<RoomSignal, { kind: 'to' }>): Promise<void> {
    if (!room.personAt(message.from)) await room.read();
    const [from, to] = [room.personAt(message.from), room.personAt(connection)];
    if (from && to && isIn(from) && isIn(to)) connections.get(connection)?.say(message);
  }

  // --- what time and others do -----------------------------------------------------------------------------------------

  function look(): Promise<void> {
    return lookAfter(deps, { served, connections, dismiss, refresh, changed });
  }

  async function beat(): Promise<void> {
    for (const connection of [...strangers, ...connections.values()]) connection.ask();
    await sayAlive(deps, [...connections.keys()]);
  }

  return {
    accept,
    wake() {
      if (served.size > 0) running?.looking.wake();
    },
    async close() {
      isClosing = true;
      const held = [...connections.keys()];
      for (const connection of [...strangers, ...connections.values()]) connection.end('closing');
      if (!running) return;
      clearInterval(running.beating);
      await running.looking.stop();
      const away = await goAway(deps, held).catch(() => []);
      for (const roomId of new Set(away.map((person) => person.roomId))) await tell(roomId, { kind: 'changed' }).catch(told);
      await running.bus.close();
    },
  };
}

function isChange({ type }: ClientMessage): boolean {
  return type === 'devices' || type === 'media' || type === 'chat' || type === 'admit' || type === 'send_back';
}
