CREATE TABLE `record_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`revision` integer NOT NULL,
	`action` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL
);

CREATE UNIQUE INDEX `record_versions_revision` ON `record_versions` (`kind`,`record_id`,`revision`);
CREATE INDEX `record_versions_at` ON `record_versions` (`at`);
CREATE TABLE `record_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`based_on` integer NOT NULL,
	`content` text NOT NULL,
	`staff_id` text NOT NULL,
	`changed_at` integer NOT NULL
);

CREATE UNIQUE INDEX `record_drafts_record` ON `record_drafts` (`kind`,`record_id`);
CREATE TABLE `offer_days` (
	`day` text PRIMARY KEY NOT NULL,
	`sampled_at` integer NOT NULL
);

CREATE TABLE `offer_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`service_id` text NOT NULL,
	`office_id` text NOT NULL,
	`channel` text NOT NULL,
	`free_starts` integer NOT NULL,
	`free_minutes` integer NOT NULL,
	`first_starts_at` integer,
	`third_starts_at` integer
);

CREATE UNIQUE INDEX `offer_samples_matter` ON `offer_samples` (`day`,`service_id`,`channel`);
ALTER TABLE `unions` ADD `accessibility_url` text;
ALTER TABLE `service_channels` ADD `archived_at` integer;
ALTER TABLE `questions` ADD `archived_at` integer;
ALTER TABLE `events` ADD `planned_minutes` integer;

-- What was offered on a day stays as it was seen.
CREATE TRIGGER offer_days_no_update BEFORE UPDATE ON offer_days BEGIN SELECT RAISE(ABORT, 'samples are never changed'); END;
CREATE TRIGGER offer_days_no_delete BEFORE DELETE ON offer_days BEGIN SELECT RAISE(ABORT, 'samples are never deleted'); END;
CREATE TRIGGER offer_samples_no_update BEFORE UPDATE ON offer_samples BEGIN SELECT RAISE(ABORT, 'samples are never changed'); END;
CREATE TRIGGER offer_samples_no_delete BEFORE DELETE ON offer_samples BEGIN SELECT RAISE(ABORT, 'samples are never deleted'); END;
