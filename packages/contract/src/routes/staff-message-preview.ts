import * as Type from 'typebox';
import { route } from '../route.ts';
import { languages, oneOf } from '../schemas/common.ts';
import { MessagePreview } from '../schemas/message-preview.ts';
import { messageTextNames } from '../schemas/message-texts.ts';
import { MessageTextContent } from '../schemas/records.ts';

/** A message before it is sent to anybody. */
export const previewMessage = route({
  method: 'POST', url: '/staff/message-previews', operationId: 'create_message_preview',
  summary: 'A message as a text of the union would make it', description: 'About an invented appointment; nothing is sent or changed. Without a content, as the product says it.',
  tag: 'union', access: 'staff', permission: 'union.read',
  body: Type.Object({ message: oneOf(messageTextNames, 'Which message'), content: Type.Optional(MessageTextContent), language: oneOf(languages, 'Language of the message') }, { additionalProperties: false }),
  success: { 200: MessagePreview }, problems: ['not-found'],
});
