CREATE TABLE "kept_misfits" (
	"appointment_id" text PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"why" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "hours_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"revision" integer NOT NULL,
	"action" text NOT NULL,
	"staff_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"rules" jsonb NOT NULL,
	"exceptions" jsonb NOT NULL
);

CREATE UNIQUE INDEX "hours_versions_revision" ON "hours_versions" USING btree ("calendar_id","revision");
