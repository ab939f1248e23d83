import { route } from '../route.ts';
import { ConnectionAnswer, ConnectionStart, ConnectionTest, VideoConnection, VideoConnectionRequest } from '../schemas/video-connection.ts';
import * as Type from 'typebox';

// How the union meets by video: its own room, or a vendor's.
const tag = 'union';
const access = 'staff';
const nothing = Type.Object({}, { additionalProperties: false });

export const showVideoConnection = route({
  method: 'GET', url: '/staff/video-connection', operationId: 'show_video_connection',
  summary: 'What the union meets with', description: 'Without any secret.',
  tag, access, permission: 'connection.read', success: { 200: VideoConnection }, problems: [],
});

export const changeVideoConnection = route({
  method: 'POST', url: '/staff/video-connection', operationId: 'create_video_connection',
  summary: 'Choose what the union meets with', description: 'Replaces the choice before; appointments ahead get their meeting there.',
  tag, access, permission: 'connection.change', body: VideoConnectionRequest, success: { 200: VideoConnection }, problems: ['fresh-sign-in-needed'],
});

export const testVideoConnection = route({
  method: 'POST', url: '/staff/video-connection/tests', operationId: 'create_video_connection_test',
  summary: 'Try it', description: 'Asks the vendor something harmless, with the settings that are kept.',
  tag, access, permission: 'connection.change', body: nothing, success: { 200: ConnectionTest }, problems: [],
});

export const startVideoConnection = route({
  method: 'POST', url: '/staff/video-connection/starts', operationId: 'create_video_connection_start',
  summary: 'Go to the vendor and allow it', description: 'For GoToMeeting: the address where an administrator signs in there. Good for ten minutes, once.',
  tag, access, permission: 'connection.change', body: nothing, success: { 200: ConnectionStart }, problems: ['state-conflict', 'fresh-sign-in-needed'],
});

export const finishVideoConnection = route({
  method: 'POST', url: '/staff/video-connection/answers', operationId: 'create_video_connection_answer',
  summary: 'Come back from the vendor', description: 'What the vendor sent along becomes the tokens that are kept.',
  tag, access, permission: 'connection.change', body: ConnectionAnswer, success: { 200: VideoConnection }, problems: ['link-over', 'connection-refused'],
});
