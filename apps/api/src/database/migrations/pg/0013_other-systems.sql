CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"digest" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"office_ids" jsonb,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_day" text,
	"last_network" text
);

CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"office_ids" jsonb,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp (3) with time zone,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"swept_to" timestamp (3) with time zone NOT NULL,
	"is_behind" boolean DEFAULT false NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"last_failure" text,
	"last_good_at" timestamp (3) with time zone,
	"rests_until" timestamp (3) with time zone,
	"locked_by" text,
	"locked_until" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"appointment_id" text,
	"payload" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"give_up_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone,
	"status" integer,
	"failure" text,
	"duration_ms" integer,
	"answer" text
);

CREATE UNIQUE INDEX "api_keys_digest" ON "api_keys" USING btree ("digest");
CREATE UNIQUE INDEX "webhook_deliveries_message" ON "webhook_deliveries" USING btree ("webhook_id","message_id");
CREATE INDEX "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("webhook_id","state","message_id");
CREATE INDEX "webhook_deliveries_created" ON "webhook_deliveries" USING btree ("created_at");
