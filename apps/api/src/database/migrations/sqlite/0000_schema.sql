CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

CREATE TABLE `unions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`seat` text NOT NULL,
	`phone` text NOT NULL,
	`email` text NOT NULL,
	`address` text NOT NULL,
	`time_zone` text NOT NULL,
	`languages` text NOT NULL,
	`links` text NOT NULL,
	`legal_notes` text NOT NULL,
	`directory_revision` integer DEFAULT 0 NOT NULL
);

CREATE TABLE `privacy_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`text` text NOT NULL,
	`valid_from` integer NOT NULL
);

CREATE UNIQUE INDEX `privacy_notices_version` ON `privacy_notices` (`version`);
CREATE TABLE `faqs` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL
);

CREATE TABLE `municipalities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`istat_code` text NOT NULL,
	`cadastral_code` text NOT NULL,
	`postal_code` text NOT NULL,
	`province` text NOT NULL,
	`area_code` text NOT NULL,
	`population` integer,
	`population_at` text,
	`patron_saint` text,
	`patron_day` text,
	`description` text NOT NULL
);

CREATE UNIQUE INDEX `municipalities_istat_code` ON `municipalities` (`istat_code`);
CREATE UNIQUE INDEX `municipalities_slug` ON `municipalities` (`slug`);
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipalities`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `memberships_municipality` ON `memberships` (`municipality_id`);
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`description` text NOT NULL,
	`phone` text NOT NULL,
	`email` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer
);

CREATE UNIQUE INDEX `offices_slug` ON `offices` (`slug`);
CREATE TABLE `competences` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`municipality_id` text NOT NULL,
	`service_id` text,
	`first_day` text NOT NULL,
	`last_day` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipalities`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `competences_office` ON `competences` (`office_id`,`municipality_id`);
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`municipality_id` text NOT NULL,
	`street` text NOT NULL,
	`postal_code` text NOT NULL,
	`locality` text NOT NULL,
	`province` text NOT NULL,
	`access_notes` text NOT NULL,
	`hours_text` text NOT NULL,
	`latitude` text,
	`longitude` text,
	`archived_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipalities`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `places_slug` ON `places` (`slug`);
CREATE TABLE `life_events` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL
);

CREATE UNIQUE INDEX `life_events_slug` ON `life_events` (`slug`);
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`office_id` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`for_whom` text NOT NULL,
	`how` text NOT NULL,
	`needed` text NOT NULL,
	`result` text NOT NULL,
	`times` text NOT NULL,
	`cost` text NOT NULL,
	`terms` text NOT NULL,
	`keywords` text NOT NULL,
	`popularity` integer DEFAULT 0 NOT NULL,
	`texts_version` integer DEFAULT 1 NOT NULL,
	`retention_months` integer DEFAULT 12 NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `services_slug` ON `services` (`slug`);
CREATE INDEX `services_office` ON `services` (`office_id`);
CREATE TABLE `service_life_events` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`life_event_id` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`life_event_id`) REFERENCES `life_events`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `service_life_events_pair` ON `service_life_events` (`service_id`,`life_event_id`);
CREATE TABLE `service_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`channel` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`step_minutes` integer,
	`offset_minutes` integer DEFAULT 0 NOT NULL,
	`grid` text DEFAULT 'opening' NOT NULL,
	`buffer_before_minutes` integer DEFAULT 0 NOT NULL,
	`buffer_after_minutes` integer DEFAULT 0 NOT NULL,
	`notice_minutes` integer DEFAULT 120 NOT NULL,
	`horizon_days` integer DEFAULT 60 NOT NULL,
	`hold_minutes` integer DEFAULT 10 NOT NULL,
	`move_cutoff_minutes` integer DEFAULT 1440 NOT NULL,
	`cancel_cutoff_minutes` integer DEFAULT 240 NOT NULL,
	`release_delay_minutes` integer DEFAULT 0 NOT NULL,
	`moderated` integer DEFAULT false NOT NULL,
	`limit_future` integer DEFAULT 3 NOT NULL,
	`limit_per_day` integer DEFAULT 1 NOT NULL,
	`who_may_book` text DEFAULT 'citizens' NOT NULL,
	`person_may_choose` integer DEFAULT false NOT NULL,
	`price_cents` integer DEFAULT 0 NOT NULL,
	`reminder_minutes` text NOT NULL,
	`documents` text,
	`before` text,
	`after` text,
	`before_video` text,
	`closing` text,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "service_channels_duration" CHECK("service_channels"."duration_minutes" between 5 and 480),
	CONSTRAINT "service_channels_buffers" CHECK("service_channels"."buffer_before_minutes" between 0 and 240 and "service_channels"."buffer_after_minutes" between 0 and 240),
	CONSTRAINT "service_channels_step" CHECK("service_channels"."step_minutes" is null or "service_channels"."step_minutes" between 1 and 1440)
);

CREATE UNIQUE INDEX `service_channels_pair` ON `service_channels` (`service_id`,`channel`);
CREATE TABLE `service_channel_places` (
	`id` text PRIMARY KEY NOT NULL,
	`service_channel_id` text NOT NULL,
	`place_id` text NOT NULL,
	FOREIGN KEY (`service_channel_id`) REFERENCES `service_channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `service_channel_places_pair` ON `service_channel_places` (`service_channel_id`,`place_id`);
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`service_channel_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`help` text,
	`required` integer NOT NULL,
	`choices` text NOT NULL,
	FOREIGN KEY (`service_channel_id`) REFERENCES `service_channels`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `questions_channel` ON `questions` (`service_channel_id`,`position`);
CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`office_id` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`rules_revision` integer DEFAULT 0 NOT NULL,
	`claims_revision` integer DEFAULT 0 NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `channel_calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`service_channel_id` text NOT NULL,
	`need` integer NOT NULL,
	`calendar_id` text NOT NULL,
	FOREIGN KEY (`service_channel_id`) REFERENCES `service_channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `channel_calendars_pair` ON `channel_calendars` (`service_channel_id`,`calendar_id`);
CREATE TABLE `opening_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`recurrence` text NOT NULL,
	`first_day` text,
	`last_day` text,
	`channels` text,
	`service_ids` text,
	`place_id` text,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opening_rules_minutes" CHECK("opening_rules"."start_minute" >= 0 and "opening_rules"."start_minute" < "opening_rules"."end_minute" and "opening_rules"."end_minute" <= 1440)
);

CREATE INDEX `opening_rules_calendar` ON `opening_rules` (`calendar_id`);
CREATE TABLE `opening_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`day` text NOT NULL,
	`opening` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `opening_exceptions_day` ON `opening_exceptions` (`calendar_id`,`day`);
CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`reason` text,
	`source` text,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "absences_order" CHECK("absences"."starts_at" < "absences"."ends_at")
);

CREATE INDEX `absences_calendar` ON `absences` (`calendar_id`,`starts_at`,`ends_at`);
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`scope_id` text,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`closes_remote` integer NOT NULL,
	`reason` text,
	CONSTRAINT "closures_order" CHECK("closures"."first_day" <= "closures"."last_day")
);

CREATE TABLE `worked_holidays` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`municipality_id` text,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipalities`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`given_name` text,
	`family_name` text,
	`company_name` text,
	`email` text,
	`phone` text,
	`tax_code` text,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer
);

CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`level` text,
	`proven_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `identities_subject` ON `identities` (`provider`,`subject`);
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`delegator_id` text NOT NULL,
	`delegate_id` text NOT NULL,
	`scope` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text,
	FOREIGN KEY (`delegator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegate_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `person_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
);

CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`link_generation` integer DEFAULT 0 NOT NULL,
	`service_id` text NOT NULL,
	`service_channel_id` text NOT NULL,
	`office_id` text NOT NULL,
	`channel` text NOT NULL,
	`municipality_id` text NOT NULL,
	`place_id` text,
	`practice_id` text,
	`starts_at` integer,
	`ends_at` integer,
	`duration_minutes` integer NOT NULL,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`move_cutoff_minutes` integer NOT NULL,
	`cancel_cutoff_minutes` integer NOT NULL,
	`release_delay_minutes` integer NOT NULL,
	`moderated` integer NOT NULL,
	`price_cents` integer NOT NULL,
	`texts_version` integer NOT NULL,
	`privacy_notice_version` text,
	`retention_months` integer NOT NULL,
	`hold_reason` text,
	`held_until` integer,
	`extended` integer DEFAULT false NOT NULL,
	`client_digest` text,
	`person_key` text,
	`language` text NOT NULL,
	`topic` text,
	`details` text,
	`home_street` text,
	`home_postal_code` text,
	`home_locality` text,
	`home_notes` text,
	`cancel_reason` text,
	`outcome` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`changed_at` integer NOT NULL,
	`anonymised_at` integer,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_channel_id`) REFERENCES `service_channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipalities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appointments_order" CHECK("appointments"."starts_at" < "appointments"."ends_at")
);

CREATE UNIQUE INDEX `appointments_code` ON `appointments` (`code`);
CREATE INDEX `appointments_person_key` ON `appointments` (`person_key`,`starts_at`);
CREATE INDEX `appointments_client` ON `appointments` (`client_digest`,`held_until`);
CREATE INDEX `appointments_starts_at` ON `appointments` (`starts_at`);
CREATE INDEX `appointments_state` ON `appointments` (`state`,`held_until`);
CREATE TABLE `appointment_people` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`relation` text,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `appointment_people_appointment` ON `appointment_people` (`appointment_id`);
CREATE INDEX `appointment_people_person` ON `appointment_people` (`person_id`);
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`question_id` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `answers_appointment` ON `answers` (`appointment_id`);
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "blocks_order" CHECK("blocks"."starts_at" < "blocks"."ends_at")
);

CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`appointment_id` text,
	`block_id` text,
	`held_until` integer,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_order" CHECK("claims"."starts_at" < "claims"."ends_at"),
	CONSTRAINT "claims_owner" CHECK(("claims"."appointment_id" is null) <> ("claims"."block_id" is null))
);

CREATE INDEX `claims_calendar` ON `claims` (`calendar_id`,`starts_at`,`ends_at`,`held_until`);
CREATE INDEX `claims_appointment` ON `claims` (`appointment_id`);
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`staff_id` text,
	`appointment_id` text NOT NULL,
	`old_starts_at` integer,
	`new_starts_at` integer,
	`service_id` text NOT NULL,
	`channel` text NOT NULL,
	`office_id` text NOT NULL,
	`municipality_id` text NOT NULL,
	`place_id` text
);

CREATE INDEX `events_appointment` ON `events` (`appointment_id`);
CREATE INDEX `events_at` ON `events` (`at`);
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text,
	`text` text NOT NULL,
	`email` text,
	`created_at` integer NOT NULL
);

CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`medium` text NOT NULL,
	`appointment_id` text,
	`person_id` text,
	`report_id` text,
	`sequence` integer,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`sent_at` integer,
	`failure` text,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);
CREATE INDEX `outbox_appointment` ON `outbox` (`appointment_id`);
CREATE TABLE `link_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`email_digest` text NOT NULL,
	`requested_at` integer NOT NULL
);

CREATE INDEX `link_requests_at` ON `link_requests` (`requested_at`);
CREATE TABLE `idempotency_keys` (
	`scope` text PRIMARY KEY NOT NULL,
	`body_digest` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`appointment_id` text,
	`created_at` integer NOT NULL
);

CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);
CREATE TABLE `guesses` (
	`client_digest` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`count` integer NOT NULL
);

CREATE TABLE `used_captchas` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);

CREATE INDEX `used_captchas_expiry` ON `used_captchas` (`expires_at`);
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL
);

CREATE INDEX `files_owner` ON `files` (`owner_kind`,`owner_id`);
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`state` text NOT NULL,
	`notice_number` text,
	`created_at` integer NOT NULL,
	`paid_at` integer
);

CREATE INDEX `payments_owner` ON `payments` (`owner_kind`,`owner_id`);
CREATE TABLE `thread_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`author` text NOT NULL,
	`person_id` text,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `thread_messages_owner` ON `thread_messages` (`owner_kind`,`owner_id`);
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`path` text,
	`service_id` text,
	`stars` integer NOT NULL,
	`answer` text,
	`comment` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "ratings_stars" CHECK("ratings"."stars" between 1 and 5)
);

