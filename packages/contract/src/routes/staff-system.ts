import { route } from '../route.ts';
import { MailServer, MailServerRequest, MailTest, MailTestRequest } from '../schemas/mail-server.ts';
import { SystemMark, SystemState } from '../schemas/system-state.ts';
import * as Type from 'typebox';

// Where messages are handed in, and how everything is that the desk stands on.
const tag = 'union';
const access = 'staff';
const nothing = Type.Object({}, { additionalProperties: false });

export const showMailServer = route({
  method: 'GET', url: '/staff/mail-server', operationId: 'show_mail_server',
  summary: 'Where messages are handed in', description: 'Without the password. `in_force` says who decides: what the installation sets cannot be changed here.',
  tag, access, permission: 'connection.read', success: { 200: MailServer }, problems: [],
});

export const changeMailServer = route({
  method: 'POST', url: '/staff/mail-server', operationId: 'create_mail_server',
  summary: 'Choose the mail server', description: 'Holds at once for every process; what could not be handed in before is tried again.',
  tag, access, permission: 'connection.change', body: MailServerRequest, success: { 200: MailServer }, problems: ['fresh-sign-in-needed', 'changed-meanwhile', 'state-conflict'],
});

export const forgetMailServer = route({
  method: 'DELETE', url: '/staff/mail-server', operationId: 'delete_mail_server',
  summary: 'Use this mail server no more', description: 'Forgets it with its password. What is to be sent waits.',
  tag, access, permission: 'connection.change', success: { 204: null }, problems: ['fresh-sign-in-needed', 'state-conflict'],
});

export const testMailServer = route({
  method: 'POST', url: '/staff/mail-server/tests', operationId: 'create_mail_server_test',
  summary: 'Send a message to try', description: 'A whole conversation with the server, told step by step; nothing is saved. Answers within twenty seconds.',
  tag, access, permission: 'connection.change', body: MailTestRequest, success: { 200: MailTest }, problems: ['fresh-sign-in-needed', 'state-conflict'],
});

export const showSystemState = route({
  method: 'GET', url: '/staff/system-state', operationId: 'show_system_state',
  summary: 'How the desk stands', description: 'What is known at this moment: slow checks go on, and stand in the next answer.',
  tag, access, permission: 'system.read', background: true, success: { 200: SystemState }, problems: [],
});

export const checkSystemState = route({
  method: 'POST', url: '/staff/system-state/checks', operationId: 'create_system_state_check',
  summary: 'Look at everything now', description: 'Begins every check anew, unless it was made within the last five seconds.',
  tag, access, permission: 'system.read', body: nothing, success: { 200: SystemState }, problems: [],
});

export const showSystemMark = route({
  method: 'GET', url: '/staff/system-state/mark', operationId: 'show_system_mark',
  summary: 'Whether something of the system is not well', description: 'What the watch in the background knows, without looking again: cheap to ask once a minute.',
  tag, access, permission: 'system.read', background: true, success: { 200: SystemMark }, problems: [],
});
