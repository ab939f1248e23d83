ALTER TABLE "appointments" ADD COLUMN "former_calendar_ids" jsonb;
