CREATE TABLE "message_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"message" text NOT NULL,
	"subject" jsonb,
	"title" jsonb,
	"text" jsonb NOT NULL,
	CONSTRAINT "message_texts_message_unique" UNIQUE("message")
);

