/** The model of orders, one for each app, so that a seed or a choice outlives the panel. */
import { type AppModel, useApp } from "../app-model.ts";
import { createOrdersModel, type OrdersModel } from "./orders-model.ts";
import { type RaceSection, raceModelOf } from "./race-model.ts";

const models = new WeakMap<AppModel, OrdersModel>();

export function useOrders(): OrdersModel {
  const app = useApp();
  const model = models.get(app) ?? createOrdersModel({ ...app, show: (part) => showPart(app, part) });
  models.set(app, model);
  return model;
}

function showPart(app: AppModel, part: RaceSection): void {
  raceModelOf(app).section.value = part;
  app.inspector.tab.value = "race";
  app.layout.show("inspector");
}
