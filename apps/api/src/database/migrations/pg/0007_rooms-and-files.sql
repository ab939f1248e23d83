CREATE TABLE "file_pieces" (
	"id" text PRIMARY KEY NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL
);

CREATE TABLE "file_removals" (
	"id" text PRIMARY KEY NOT NULL,
	"store" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"fallback_since" timestamp (3) with time zone,
	"files_revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);

CREATE TABLE "room_people" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"person_key" text NOT NULL,
	"role" text NOT NULL,
	"waiting_since" timestamp (3) with time zone NOT NULL,
	"admitted_at" timestamp (3) with time zone,
	"has_camera" boolean NOT NULL,
	"has_microphone" boolean NOT NULL,
	"microphone" boolean DEFAULT false NOT NULL,
	"camera" boolean DEFAULT false NOT NULL,
	"screen" boolean DEFAULT false NOT NULL,
	"connection" text,
	"alive_until" timestamp (3) with time zone,
	"away_since" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone
);

CREATE TABLE "room_stays" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"appointment_id" text NOT NULL,
	"role" text NOT NULL,
	"person_key" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);

CREATE TABLE "room_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"person_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "room_signals" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "used_room_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "room_guests" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"role" text NOT NULL,
	"name" text,
	"staff_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);

CREATE TABLE "video_connections" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"access_token" text,
	"refresh_token" text,
	"expires_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"account" text,
	"state" text NOT NULL,
	"failure" text,
	"last_good_at" timestamp (3) with time zone,
	"connected_at" timestamp (3) with time zone,
	"state_digest" text,
	"state_expires_at" timestamp (3) with time zone,
	"staff_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "vendor_meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"provider" text NOT NULL,
	"sequence" integer,
	"reference" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

ALTER TABLE "appointments" ADD COLUMN "call_phone" text;
ALTER TABLE "appointments" ADD COLUMN "by_phone_since" timestamp (3) with time zone;
ALTER TABLE "files" ADD COLUMN "sent_by" text NOT NULL;
ALTER TABLE "files" ADD COLUMN "staff_id" text;
ALTER TABLE "files" ADD COLUMN "guest_id" text;
ALTER TABLE "files" ADD COLUMN "question_id" text;
ALTER TABLE "files" ADD COLUMN "store" text NOT NULL;
CREATE UNIQUE INDEX "file_pieces_position" ON "file_pieces" USING btree ("file_id","position");
CREATE INDEX "file_removals_due" ON "file_removals" USING btree ("due_at");
CREATE UNIQUE INDEX "rooms_appointment" ON "rooms" USING btree ("appointment_id","sequence");
CREATE UNIQUE INDEX "room_people_person" ON "room_people" USING btree ("room_id","person_key");
CREATE INDEX "room_stays_appointment" ON "room_stays" USING btree ("appointment_id");
CREATE INDEX "room_stays_room" ON "room_stays" USING btree ("room_id","person_key");
CREATE INDEX "room_messages_room" ON "room_messages" USING btree ("room_id","created_at");
CREATE INDEX "room_signals_created" ON "room_signals" USING btree ("created_at");
CREATE INDEX "used_room_tokens_expiry" ON "used_room_tokens" USING btree ("expires_at");
CREATE INDEX "room_guests_appointment" ON "room_guests" USING btree ("appointment_id");
CREATE UNIQUE INDEX "vendor_meetings_appointment" ON "vendor_meetings" USING btree ("appointment_id","provider");
CREATE INDEX "vendor_meetings_due" ON "vendor_meetings" USING btree ("state","due_at");
