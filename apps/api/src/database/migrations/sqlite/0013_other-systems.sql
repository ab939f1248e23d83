CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`digest` text NOT NULL,
	`scopes` text NOT NULL,
	`office_ids` text,
	`expires_at` integer NOT NULL,
	`warned_at` integer,
	`revoked_at` integer,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_day` text,
	`last_network` text
);

CREATE UNIQUE INDEX `api_keys_digest` ON `api_keys` (`digest`);
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`kinds` text NOT NULL,
	`office_ids` text,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_until` integer,
	`state` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`swept_to` integer NOT NULL,
	`is_behind` integer DEFAULT false NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`last_failure` text,
	`last_good_at` integer,
	`rests_until` integer,
	`locked_by` text,
	`locked_until` integer,
	`told_at` integer,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL
);

CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`message_id` text NOT NULL,
	`kind` text NOT NULL,
	`appointment_id` text,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`give_up_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_at` integer,
	`status` integer,
	`failure` text,
	`duration_ms` integer,
	`answer` text
);

CREATE UNIQUE INDEX `webhook_deliveries_message` ON `webhook_deliveries` (`webhook_id`,`message_id`);
CREATE INDEX `webhook_deliveries_state` ON `webhook_deliveries` (`webhook_id`,`state`,`message_id`);
CREATE INDEX `webhook_deliveries_created` ON `webhook_deliveries` (`created_at`);
