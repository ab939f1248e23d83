CREATE TABLE "record_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"revision" integer NOT NULL,
	"action" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"staff_id" text,
	"at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "record_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"based_on" integer NOT NULL,
	"content" jsonb NOT NULL,
	"staff_id" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "offer_days" (
	"day" text PRIMARY KEY NOT NULL,
	"sampled_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "offer_samples" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"service_id" text NOT NULL,
	"office_id" text NOT NULL,
	"channel" text NOT NULL,
	"free_starts" integer NOT NULL,
	"free_minutes" integer NOT NULL,
	"first_starts_at" timestamp (3) with time zone,
	"third_starts_at" timestamp (3) with time zone
);

ALTER TABLE "unions" ADD COLUMN "accessibility_url" text;
ALTER TABLE "service_channels" ADD COLUMN "archived_at" timestamp (3) with time zone;
ALTER TABLE "questions" ADD COLUMN "archived_at" timestamp (3) with time zone;
ALTER TABLE "events" ADD COLUMN "planned_minutes" integer;
CREATE UNIQUE INDEX "record_versions_revision" ON "record_versions" USING btree ("kind","record_id","revision");
CREATE INDEX "record_versions_at" ON "record_versions" USING btree ("at");
CREATE UNIQUE INDEX "record_drafts_record" ON "record_drafts" USING btree ("kind","record_id");
CREATE UNIQUE INDEX "offer_samples_matter" ON "offer_samples" USING btree ("day","service_id","channel");

-- What was offered on a day stays as it was seen.
CREATE TRIGGER offer_days_no_change BEFORE UPDATE OR DELETE ON offer_days FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER offer_samples_no_change BEFORE UPDATE OR DELETE ON offer_samples FOR EACH ROW EXECUTE FUNCTION refuse_change();
