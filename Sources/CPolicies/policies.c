#include "policies.h"

// The files of Policies/ become part of the program, so that it runs from anywhere and needs no installation.
// A test compares this list with the folder.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char facts[] = {
#embed "../../Policies/facts.yaml"
};
static const unsigned char regions[] = {
#embed "../../Policies/regions.yaml"
};
static const unsigned char common[] = {
#embed "../../Policies/common.yaml"
};
static const unsigned char gdpr[] = {
#embed "../../Policies/gdpr.yaml"
};
static const unsigned char ccpa[] = {
#embed "../../Policies/ccpa.yaml"
};
static const unsigned char lgpd[] = {
#embed "../../Policies/lgpd.yaml"
};
static const unsigned char hipaa[] = {
#embed "../../Policies/hipaa.yaml"
};
static const unsigned char can_spam[] = {
#embed "../../Policies/can-spam.yaml"
};
static const unsigned char whatsapp_content[] = {
#embed "../../Policies/whatsapp-content.yaml"
};
static const unsigned char whatsapp_templates[] = {
#embed "../../Policies/whatsapp-templates.yaml"
};
static const unsigned char data_security[] = {
#embed "../../Policies/data-security.yaml"
};

static const struct proviso_policy policies[] = {
    {"facts.yaml", facts, sizeof facts},
    {"regions.yaml", regions, sizeof regions},
    {"common.yaml", common, sizeof common},
    {"gdpr.yaml", gdpr, sizeof gdpr},
    {"ccpa.yaml", ccpa, sizeof ccpa},
    {"lgpd.yaml", lgpd, sizeof lgpd},
    {"hipaa.yaml", hipaa, sizeof hipaa},
    {"can-spam.yaml", can_spam, sizeof can_spam},
    {"whatsapp-content.yaml", whatsapp_content, sizeof whatsapp_content},
    {"whatsapp-templates.yaml", whatsapp_templates, sizeof whatsapp_templates},
    {"data-security.yaml", data_security, sizeof data_security},
};

const struct proviso_policy *proviso_policy_at(size_t number) {
  return number < sizeof policies / sizeof policies[0] ? &policies[number] : NULL;
}
