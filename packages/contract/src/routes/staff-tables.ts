import { route } from '../route.ts';
import { AppointmentTableRequest, TableFile } from '../schemas/tables.ts';

export const exportAppointments = route({
  method: 'POST', url: '/staff/appointment-tables', operationId: 'create_appointment_table',
  summary: 'Appointments as a table', description: 'Of whole days, within reach. Who is in them is named only where a reason is given. One entry of the trail says how many.',
  tag: 'union', access: 'staff', permission: 'appointment.export', body: AppointmentTableRequest, success: { 200: TableFile }, file: true, problems: ['fresh-sign-in-needed'],
});
