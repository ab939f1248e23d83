CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

CREATE TABLE "unions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"seat" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"time_zone" text NOT NULL,
	"languages" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"legal_notes" jsonb NOT NULL,
	"directory_revision" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "privacy_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"text" jsonb NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "faqs" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"question" jsonb NOT NULL,
	"answer" jsonb NOT NULL
);

CREATE TABLE "municipalities" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"istat_code" text NOT NULL,
	"cadastral_code" text NOT NULL,
	"postal_code" text NOT NULL,
	"province" text NOT NULL,
	"area_code" text NOT NULL,
	"population" integer,
	"population_at" text,
	"patron_saint" text,
	"patron_day" text,
	"description" jsonb NOT NULL
);

CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"first_day" text NOT NULL,
	"last_day" text
);

CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"short_name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone
);

CREATE TABLE "competences" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"municipality_id" text NOT NULL,
	"service_id" text,
	"first_day" text NOT NULL,
	"last_day" text
);

CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"municipality_id" text NOT NULL,
	"street" text NOT NULL,
	"postal_code" text NOT NULL,
	"locality" text NOT NULL,
	"province" text NOT NULL,
	"access_notes" jsonb NOT NULL,
	"hours_text" jsonb NOT NULL,
	"latitude" text,
	"longitude" text,
	"archived_at" timestamp (3) with time zone
);

CREATE TABLE "life_events" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"position" integer NOT NULL
);

CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"office_id" text NOT NULL,
	"state" text NOT NULL,
	"name" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"for_whom" jsonb NOT NULL,
	"how" jsonb NOT NULL,
	"needed" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"times" jsonb NOT NULL,
	"cost" jsonb NOT NULL,
	"terms" jsonb NOT NULL,
	"keywords" jsonb NOT NULL,
	"popularity" integer DEFAULT 0 NOT NULL,
	"texts_version" integer DEFAULT 1 NOT NULL,
	"retention_months" integer DEFAULT 12 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "service_life_events" (
	"id" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"life_event_id" text NOT NULL
);

CREATE TABLE "service_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"channel" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"step_minutes" integer,
	"offset_minutes" integer DEFAULT 0 NOT NULL,
	"grid" text DEFAULT 'opening' NOT NULL,
	"buffer_before_minutes" integer DEFAULT 0 NOT NULL,
	"buffer_after_minutes" integer DEFAULT 0 NOT NULL,
	"notice_minutes" integer DEFAULT 120 NOT NULL,
	"horizon_days" integer DEFAULT 60 NOT NULL,
	"hold_minutes" integer DEFAULT 10 NOT NULL,
	"move_cutoff_minutes" integer DEFAULT 1440 NOT NULL,
	"cancel_cutoff_minutes" integer DEFAULT 240 NOT NULL,
	"release_delay_minutes" integer DEFAULT 0 NOT NULL,
	"moderated" boolean DEFAULT false NOT NULL,
	"limit_future" integer DEFAULT 3 NOT NULL,
	"limit_per_day" integer DEFAULT 1 NOT NULL,
	"who_may_book" text DEFAULT 'citizens' NOT NULL,
	"person_may_choose" boolean DEFAULT false NOT NULL,
	"price_cents" integer DEFAULT 0 NOT NULL,
	"reminder_minutes" jsonb NOT NULL,
	"documents" jsonb,
	"before" jsonb,
	"after" jsonb,
	"before_video" jsonb,
	"closing" jsonb,
	CONSTRAINT "service_channels_duration" CHECK ("service_channels"."duration_minutes" between 5 and 480),
	CONSTRAINT "service_channels_buffers" CHECK ("service_channels"."buffer_before_minutes" between 0 and 240 and "service_channels"."buffer_after_minutes" between 0 and 240),
	CONSTRAINT "service_channels_step" CHECK ("service_channels"."step_minutes" is null or "service_channels"."step_minutes" between 1 and 1440)
);

CREATE TABLE "service_channel_places" (
	"id" text PRIMARY KEY NOT NULL,
	"service_channel_id" text NOT NULL,
	"place_id" text NOT NULL
);

CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"service_channel_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"help" jsonb,
	"required" boolean NOT NULL,
	"choices" jsonb NOT NULL
);

CREATE TABLE "calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"office_id" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"rules_revision" integer DEFAULT 0 NOT NULL,
	"claims_revision" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone
);

CREATE TABLE "channel_calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"service_channel_id" text NOT NULL,
	"need" integer NOT NULL,
	"calendar_id" text NOT NULL
);

CREATE TABLE "opening_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"start_minute" integer NOT NULL,
	"end_minute" integer NOT NULL,
	"recurrence" jsonb NOT NULL,
	"first_day" text,
	"last_day" text,
	"channels" jsonb,
	"service_ids" jsonb,
	"place_id" text,
	CONSTRAINT "opening_rules_minutes" CHECK ("opening_rules"."start_minute" >= 0 and "opening_rules"."start_minute" < "opening_rules"."end_minute" and "opening_rules"."end_minute" <= 1440)
);

CREATE TABLE "opening_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"day" text NOT NULL,
	"opening" jsonb NOT NULL,
	"reason" text
);

CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"source" text,
	CONSTRAINT "absences_order" CHECK ("absences"."starts_at" < "absences"."ends_at")
);

CREATE TABLE "closures" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"scope_id" text,
	"first_day" text NOT NULL,
	"last_day" text NOT NULL,
	"closes_remote" boolean NOT NULL,
	"reason" jsonb,
	CONSTRAINT "closures_order" CHECK ("closures"."first_day" <= "closures"."last_day")
);

CREATE TABLE "worked_holidays" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"municipality_id" text
);

CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"given_name" text,
	"family_name" text,
	"company_name" text,
	"email" text,
	"phone" text,
	"tax_code" text,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);

CREATE TABLE "identities" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"level" text,
	"proven_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "delegations" (
	"id" text PRIMARY KEY NOT NULL,
	"delegator_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"scope" text NOT NULL,
	"first_day" text NOT NULL,
	"last_day" text
);

CREATE TABLE "person_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "appointments" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"link_generation" integer DEFAULT 0 NOT NULL,
	"service_id" text NOT NULL,
	"service_channel_id" text NOT NULL,
	"office_id" text NOT NULL,
	"channel" text NOT NULL,
	"municipality_id" text NOT NULL,
	"place_id" text,
	"practice_id" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"duration_minutes" integer NOT NULL,
	"buffer_before_minutes" integer NOT NULL,
	"buffer_after_minutes" integer NOT NULL,
	"move_cutoff_minutes" integer NOT NULL,
	"cancel_cutoff_minutes" integer NOT NULL,
	"release_delay_minutes" integer NOT NULL,
	"moderated" boolean NOT NULL,
	"price_cents" integer NOT NULL,
	"texts_version" integer NOT NULL,
	"privacy_notice_version" text,
	"retention_months" integer NOT NULL,
	"hold_reason" text,
	"held_until" timestamp (3) with time zone,
	"extended" boolean DEFAULT false NOT NULL,
	"client_digest" text,
	"person_key" text,
	"language" text NOT NULL,
	"topic" text,
	"details" text,
	"home_street" text,
	"home_postal_code" text,
	"home_locality" text,
	"home_notes" text,
	"cancel_reason" text,
	"outcome" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"anonymised_at" timestamp (3) with time zone,
	CONSTRAINT "appointments_order" CHECK ("appointments"."starts_at" < "appointments"."ends_at")
);

CREATE TABLE "appointment_people" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"relation" text
);

CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"question_id" text NOT NULL,
	"value" text NOT NULL
);

CREATE TABLE "blocks" (
	"id" text PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocks_order" CHECK ("blocks"."starts_at" < "blocks"."ends_at")
);

CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"appointment_id" text,
	"block_id" text,
	"held_until" timestamp (3) with time zone,
	CONSTRAINT "claims_order" CHECK ("claims"."starts_at" < "claims"."ends_at"),
	CONSTRAINT "claims_owner" CHECK (("claims"."appointment_id" is null) <> ("claims"."block_id" is null))
);

CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"staff_id" text,
	"appointment_id" text NOT NULL,
	"old_starts_at" timestamp (3) with time zone,
	"new_starts_at" timestamp (3) with time zone,
	"service_id" text NOT NULL,
	"channel" text NOT NULL,
	"office_id" text NOT NULL,
	"municipality_id" text NOT NULL,
	"place_id" text
);

CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"path" text,
	"text" text NOT NULL,
	"email" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"message" text NOT NULL,
	"medium" text NOT NULL,
	"appointment_id" text,
	"person_id" text,
	"report_id" text,
	"sequence" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failure" text
);

CREATE TABLE "link_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"email_digest" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "idempotency_keys" (
	"scope" text PRIMARY KEY NOT NULL,
	"body_digest" text NOT NULL,
	"status" integer NOT NULL,
	"answer" text NOT NULL,
	"appointment_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "guesses" (
	"client_digest" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);

CREATE TABLE "used_captchas" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"state" text NOT NULL,
	"notice_number" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone
);

CREATE TABLE "thread_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"author" text NOT NULL,
	"person_id" text,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "ratings" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"path" text,
	"service_id" text,
	"stars" integer NOT NULL,
	"answer" text,
	"comment" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ratings_stars" CHECK ("ratings"."stars" between 1 and 5)
);

ALTER TABLE "memberships" ADD CONSTRAINT "memberships_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "competences" ADD CONSTRAINT "competences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "competences" ADD CONSTRAINT "competences_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "places" ADD CONSTRAINT "places_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "services" ADD CONSTRAINT "services_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "service_life_events" ADD CONSTRAINT "service_life_events_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "service_life_events" ADD CONSTRAINT "service_life_events_life_event_id_life_events_id_fk" FOREIGN KEY ("life_event_id") REFERENCES "public"."life_events"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "service_channels" ADD CONSTRAINT "service_channels_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "service_channel_places" ADD CONSTRAINT "service_channel_places_service_channel_id_service_channels_id_fk" FOREIGN KEY ("service_channel_id") REFERENCES "public"."service_channels"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "service_channel_places" ADD CONSTRAINT "service_channel_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_service_channel_id_service_channels_id_fk" FOREIGN KEY ("service_channel_id") REFERENCES "public"."service_channels"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "channel_calendars" ADD CONSTRAINT "channel_calendars_service_channel_id_service_channels_id_fk" FOREIGN KEY ("service_channel_id") REFERENCES "public"."service_channels"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "channel_calendars" ADD CONSTRAINT "channel_calendars_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "opening_rules" ADD CONSTRAINT "opening_rules_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "opening_rules" ADD CONSTRAINT "opening_rules_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "opening_exceptions" ADD CONSTRAINT "opening_exceptions_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "absences" ADD CONSTRAINT "absences_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "worked_holidays" ADD CONSTRAINT "worked_holidays_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegator_id_people_id_fk" FOREIGN KEY ("delegator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_service_channel_id_service_channels_id_fk" FOREIGN KEY ("service_channel_id") REFERENCES "public"."service_channels"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointment_people" ADD CONSTRAINT "appointment_people_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointment_people" ADD CONSTRAINT "appointment_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "answers" ADD CONSTRAINT "answers_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "claims" ADD CONSTRAINT "claims_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "claims" ADD CONSTRAINT "claims_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "claims" ADD CONSTRAINT "claims_block_id_blocks_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."blocks"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "privacy_notices_version" ON "privacy_notices" USING btree ("version");
CREATE UNIQUE INDEX "municipalities_istat_code" ON "municipalities" USING btree ("istat_code");
CREATE UNIQUE INDEX "municipalities_slug" ON "municipalities" USING btree ("slug");
CREATE INDEX "memberships_municipality" ON "memberships" USING btree ("municipality_id");
CREATE UNIQUE INDEX "offices_slug" ON "offices" USING btree ("slug");
CREATE INDEX "competences_office" ON "competences" USING btree ("office_id","municipality_id");
CREATE UNIQUE INDEX "places_slug" ON "places" USING btree ("slug");
CREATE UNIQUE INDEX "life_events_slug" ON "life_events" USING btree ("slug");
CREATE UNIQUE INDEX "services_slug" ON "services" USING btree ("slug");
CREATE INDEX "services_office" ON "services" USING btree ("office_id");
CREATE UNIQUE INDEX "service_life_events_pair" ON "service_life_events" USING btree ("service_id","life_event_id");
CREATE UNIQUE INDEX "service_channels_pair" ON "service_channels" USING btree ("service_id","channel");
CREATE UNIQUE INDEX "service_channel_places_pair" ON "service_channel_places" USING btree ("service_channel_id","place_id");
CREATE INDEX "questions_channel" ON "questions" USING btree ("service_channel_id","position");
CREATE UNIQUE INDEX "channel_calendars_pair" ON "channel_calendars" USING btree ("service_channel_id","calendar_id");
CREATE INDEX "opening_rules_calendar" ON "opening_rules" USING btree ("calendar_id");
CREATE UNIQUE INDEX "opening_exceptions_day" ON "opening_exceptions" USING btree ("calendar_id","day");
CREATE INDEX "absences_calendar" ON "absences" USING btree ("calendar_id","starts_at","ends_at");
CREATE UNIQUE INDEX "identities_subject" ON "identities" USING btree ("provider","subject");
CREATE UNIQUE INDEX "appointments_code" ON "appointments" USING btree ("code");
CREATE INDEX "appointments_person_key" ON "appointments" USING btree ("person_key","starts_at");
CREATE INDEX "appointments_client" ON "appointments" USING btree ("client_digest","held_until");
CREATE INDEX "appointments_starts_at" ON "appointments" USING btree ("starts_at");
CREATE INDEX "appointments_state" ON "appointments" USING btree ("state","held_until");
CREATE INDEX "appointment_people_appointment" ON "appointment_people" USING btree ("appointment_id");
CREATE INDEX "appointment_people_person" ON "appointment_people" USING btree ("person_id");
CREATE INDEX "answers_appointment" ON "answers" USING btree ("appointment_id");
CREATE INDEX "claims_calendar" ON "claims" USING btree ("calendar_id","starts_at","ends_at","held_until");
CREATE INDEX "claims_appointment" ON "claims" USING btree ("appointment_id");
CREATE INDEX "events_appointment" ON "events" USING btree ("appointment_id");
CREATE INDEX "events_at" ON "events" USING btree ("at");
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","due_at");
CREATE INDEX "outbox_appointment" ON "outbox" USING btree ("appointment_id");
CREATE INDEX "link_requests_at" ON "link_requests" USING btree ("requested_at");
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");
CREATE INDEX "used_captchas_expiry" ON "used_captchas" USING btree ("expires_at");
CREATE INDEX "files_owner" ON "files" USING btree ("owner_kind","owner_id");
CREATE INDEX "payments_owner" ON "payments" USING btree ("owner_kind","owner_id");
CREATE INDEX "thread_messages_owner" ON "thread_messages" USING btree ("owner_kind","owner_id");
