CREATE TABLE "backups" (
	"id" text PRIMARY KEY NOT NULL,
	"night" text,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 1 NOT NULL,
	"wait_until" timestamp (3) with time zone,
	"failure" text,
	"file" text,
	"kilobytes" integer
);

CREATE UNIQUE INDEX "backups_night" ON "backups" USING btree ("night");
CREATE INDEX "backups_started" ON "backups" USING btree ("started_at");
