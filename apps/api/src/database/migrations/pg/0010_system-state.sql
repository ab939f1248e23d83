CREATE TABLE "mail_servers" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"account" text,
	"password" text,
	"sender_name" text,
	"sender_address" text NOT NULL,
	"reply_to" text,
	"revision" integer NOT NULL,
	"is_set" boolean NOT NULL,
	"staff_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "processes" (
	"id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"machine" text NOT NULL,
	"version" text NOT NULL,
	"keys" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"skew_milliseconds" integer NOT NULL
);

CREATE TABLE "job_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"process_id" text NOT NULL,
	"job" text NOT NULL,
	"every_milliseconds" integer NOT NULL,
	"busy_since" timestamp (3) with time zone,
	"last_ended_at" timestamp (3) with time zone,
	"last_good_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"failure" text
);

CREATE TABLE "lights" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"says" text NOT NULL,
	"light_values" jsonb NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);

CREATE INDEX "processes_seen" ON "processes" USING btree ("seen_at");
CREATE UNIQUE INDEX "job_runs_job" ON "job_runs" USING btree ("process_id","job");
