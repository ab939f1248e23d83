CREATE TABLE "retention_switch" (
	"id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"revision" integer NOT NULL,
	"seen_people" integer,
	"seen_appointments" integer,
	"staff_id" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "retention_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"holder" text NOT NULL,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"appointments" integer DEFAULT 0 NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"texts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "retention_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"until" text NOT NULL,
	"reason" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);

ALTER TABLE "unions" ADD COLUMN "messages_months" integer;
ALTER TABLE "unions" ADD COLUMN "texts_months" integer;
ALTER TABLE "unions" ADD COLUMN "trail_months" integer;
ALTER TABLE "unions" ADD COLUMN "access_months" integer;
CREATE UNIQUE INDEX "retention_runs_day" ON "retention_runs" USING btree ("day");
CREATE INDEX "retention_holds_person" ON "retention_holds" USING btree ("person_id");
