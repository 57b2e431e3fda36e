package dev.albumen.application.label;

import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.label.CallPrice;
import dev.albumen.domain.label.LabelRules;

/** How this instance labels. */
public record LabelSettings(LabelRules rules, CallLimits limits, CallPrice price) {}
