import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip, Legend);

interface Props {
  /** What it shows, and where the same is said in words. */
  readonly description: string;
  readonly labels: readonly string[];
  readonly now: { readonly label: string; readonly values: readonly (number | null)[] };
  readonly before: { readonly label: string; readonly values: readonly (number | null)[] };
}

const blue = '#0066cc';
const grey = '#5d7083';
/** A canvas inherits no font. */
const text = { color: '#17324d', font: { family: '"Titillium Web", sans-serif', size: 14 } };
const longestLabel = 18;

/** Two bars for each line of a table that stands beside it: filled for now, an outline for before, so that no colour is needed to tell them apart. */
export function BarChart({ description, labels, now, before }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (!canvas.current) return undefined;
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: {
        labels: labels.map(shortened),
        datasets: [
          { label: now.label, data: [...now.values], backgroundColor: blue, borderColor: blue, borderWidth: 1 },
          { label: before.label, data: [...before.values], backgroundColor: '#ffffff', borderColor: grey, borderWidth: 1.5 },
        ],
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        plugins: { legend: { align: 'start', labels: text } },
        scales: { x: { ticks: { ...text, maxRotation: 60, autoSkip: true }, grid: { display: false } }, y: { beginAtZero: true, ticks: { ...text, precision: 0 } } },
      },
    });
    return () => chart.destroy();
  }, [labels, now, before]);

  return (
    <div className="statistics-chart">
      <canvas ref={canvas} role="img" aria-label={description} />
    </div>
  );
}

/** The table has it in full. */
function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;
}
