CREATE TABLE "light_watches" (
	"id" text PRIMARY KEY NOT NULL,
	"seen" text NOT NULL,
	"looks" integer NOT NULL,
	"bad_looks" integer NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL,
	"wrong_since" timestamp (3) with time zone,
	"well_since" timestamp (3) with time zone,
	"trouble_since" timestamp (3) with time zone,
	"trouble_until" timestamp (3) with time zone,
	"told_as" text,
	"told_at" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone
);

CREATE TABLE "watch_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);

ALTER TABLE "staff" ADD COLUMN "system_notices" boolean DEFAULT true NOT NULL;
