CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone
);

CREATE TABLE "delays" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"day" text NOT NULL,
	"minutes" integer NOT NULL,
	"staff_id" text NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place_id" text,
	"calendar_ids" jsonb NOT NULL,
	"message" text,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL
);

CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"office_id" text NOT NULL,
	"channel" text NOT NULL,
	"person_id" text,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"appointment_id" text
);

CREATE TABLE "calendar_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"calendar_ids" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undo_until" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"before" jsonb NOT NULL
);

CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"calendar_id" text NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_read_at" timestamp (3) with time zone
);

CREATE TABLE "busy_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"address" text NOT NULL,
	"host" text NOT NULL,
	"etag" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"last_good_at" timestamp (3) with time zone,
	"busy_count" integer,
	"failure" text
);

CREATE TABLE "person_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"term" text NOT NULL
);

ALTER TABLE "calendars" ADD COLUMN "staff_id" text;
ALTER TABLE "people" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;
ALTER TABLE "appointments" ADD COLUMN "booked_by" text;
ALTER TABLE "appointments" ADD COLUMN "outside_hours" boolean DEFAULT false NOT NULL;
ALTER TABLE "appointments" ADD COLUMN "invitation_id" text;
ALTER TABLE "appointments" ADD COLUMN "arrived_at" timestamp (3) with time zone;
ALTER TABLE "appointments" ADD COLUMN "started_at" timestamp (3) with time zone;
ALTER TABLE "appointments" ADD COLUMN "ended_at" timestamp (3) with time zone;
ALTER TABLE "appointments" ADD COLUMN "to_call_since" timestamp (3) with time zone;
ALTER TABLE "appointments" ADD COLUMN "next_step" text;
ALTER TABLE "outbox" ADD COLUMN "invitation_id" text;
CREATE INDEX "notes_owner" ON "notes" USING btree ("owner_kind","owner_id");
CREATE UNIQUE INDEX "delays_day" ON "delays" USING btree ("calendar_id","day");
CREATE INDEX "proposals_appointment" ON "proposals" USING btree ("appointment_id","state");
CREATE INDEX "invitations_office" ON "invitations" USING btree ("office_id","created_at");
CREATE INDEX "calendar_changes_staff" ON "calendar_changes" USING btree ("staff_id","created_at");
CREATE UNIQUE INDEX "calendar_feeds_digest" ON "calendar_feeds" USING btree ("digest");
CREATE INDEX "calendar_feeds_staff" ON "calendar_feeds" USING btree ("staff_id");
CREATE INDEX "busy_sources_calendar" ON "busy_sources" USING btree ("calendar_id");
CREATE INDEX "busy_sources_due" ON "busy_sources" USING btree ("due_at");
CREATE INDEX "person_terms_term" ON "person_terms" USING btree ("kind","term","person_id");
CREATE INDEX "person_terms_person" ON "person_terms" USING btree ("person_id");
